package lyceum.domain.cache;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One tier of the cache: in this process, shared, or a fake. Its rules are those of the package; {@code
 * CacheTierContract} states them as tests that every implementation passes.
 *
 * <p>No method blocks. A tier that cannot answer completes exceptionally with {@link TierUnavailable}; the outcome of a
 * change is then unknown. Every method on a single key, and each of {@link #lookupAll} and {@link #invalidateTags},
 * is one round trip per shard; a lookup that finds nothing may take a second one for its lease, before a load that
 * dwarfs it. Each is atomic per key.
 */
public interface CacheTier {

    /** A short name for headers, settings and statistics, for example {@code redis}. */
    String name();

    /**
     * What {@link #lookup} would hit, if it can be told at once from this process; takes no lease. A remote tier answers null.
     */
    @Nullable
    CacheEntry peek(CacheKey key);

    /**
     * Looks a key up. A hit is fresh, believed (see {@link #confirm}) and meets the demand; the first who finds nothing, or
     * something that is not all of this, gets a lease. An entry is answered with the latest moment that it is known to be
     * current as of in place of when it was loaded. While a fence stands the answer is {@link Lookup.Busy} even if an
     * entry is held: whoever committed and could not publish must not read it back.
     */
    CompletionStage<Lookup> lookup(CacheKey key, Demand demand);

    default CompletionStage<Lookup> lookup(CacheKey key) {
        return lookup(key, Demand.FRESH);
    }

    /** Looks many keys up with no further demand; the answer has every key asked for. */
    CompletionStage<Map<CacheKey, Lookup>> lookupAll(Collection<CacheKey> keys);

    /**
     * Stores a loaded entry if the lease stands, no fence does, and nothing newer is held. The lease ends either way.
     *
     * @return whether it was stored
     */
    CompletionStage<Boolean> fill(Lease lease, CacheEntry entry);

    /** Gives a lease back unused, after a load that failed. */
    CompletionStage<Void> release(Lease lease);

    /**
     * Begins a write: voids the key's leases and refuses new ones until publication, lift, or the fence's time is up. What
     * an earlier fence hid, whose write has not ended, is gone.
     */
    CompletionStage<Fence> fence(CacheKey key);

    /**
     * Ends a write with what was committed: leases are void, nothing older than the entry remains, and the entry is stored
     * if the fence still stands and nothing newer is held or was published while it stood.
     *
     * @return whether it was stored
     */
    CompletionStage<Boolean> publish(Fence fence, CacheEntry entry);

    /** Ends a write that did not happen: what was held before may be served again. */
    CompletionStage<Void> lift(Fence fence);

    /**
     * Removes a key's entry if it is not newer than the version, voids its leases, and for a while stores nothing that is not
     * newer. A fence stays.
     *
     * @param version the newest version that is obsolete, which the tier then counts as {@link #told}; {@link Long#MAX_VALUE}
     *     removes whatever there is and tells nothing
     * @return whether this was news: false if a publication or an invalidation of the last seconds has told the tier as much
     */
    CompletionStage<Boolean> invalidate(CacheKey key, long version);

    /**
     * Whether a publication or an invalidation of the last seconds has told the tier that the version is obsolete. Whoever tells
     * a tier of a version has ended the lists that changed with it before, so they need not be ended again.
     */
    CompletionStage<Boolean> told(CacheKey key, long version);

    /** Makes every entry and lease under any of the tags unreachable, at a cost that does not depend on their number. */
    CompletionStage<Void> invalidateTags(Set<Tag> tags);

    /**
     * Removes every key whose text starts with the prefix, and its lease. The cost grows with the number of keys held.
     *
     * @return how many entries were removed
     */
    CompletionStage<Long> invalidatePrefix(String prefix);

    /** Makes everything held and every lease unreachable. */
    CompletionStage<Void> clear();

    /**
     * Tells that every write committed between two moments, by the caller's clock, has been applied to this tier. What is held
     * counts for as long as the tier was built to believe it, from the later of its load and this moment. If {@code from} lies
     * after what was confirmed before, writes may have been missed in between, and everything held is made unreachable.
     */
    CompletionStage<Void> confirm(long from, long until);

    /** Until when the tier was last confirmed, by the caller's clock; {@link Long#MIN_VALUE} if it never was. */
    CompletionStage<Long> confirmedUntil();

    CompletionStage<TierStats> stats();
}
