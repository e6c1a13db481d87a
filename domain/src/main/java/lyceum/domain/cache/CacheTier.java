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
     * What can be answered at once from this process, fresh or stale; takes no lease. A remote tier answers null.
     */
    @Nullable
    CacheEntry peek(CacheKey key);

    /**
     * Looks a key up, and gives a lease to the first who finds nothing or something stale. While a fence stands the answer
     * is {@link Lookup.Busy} even if an entry is held: whoever committed and could not publish must not read it back.
     */
    CompletionStage<Lookup> lookup(CacheKey key);

    /** Looks many keys up; the answer has every key asked for. */
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
     * Removes a key's entry if it is not newer than the version, voids its leases, and for a while refuses older fills. A
     * fence stays.
     *
     * @param version the version that made the entry obsolete; {@link Long#MAX_VALUE} removes whatever there is
     */
    CompletionStage<Void> invalidate(CacheKey key, long version);

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

    CompletionStage<TierStats> stats();
}
