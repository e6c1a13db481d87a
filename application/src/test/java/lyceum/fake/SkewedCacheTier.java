package lyceum.fake;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Fence;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.Tag;
import lyceum.domain.cache.TierStats;
import org.jspecify.annotations.Nullable;

/** A shared tier as a process sees it whose clock is ahead of the tier's, or behind: it passes ages on, not times. */
public final class SkewedCacheTier implements CacheTier {

    private final CacheTier tier;
    private final long ahead;

    /** @param ahead how far the process's clock is ahead of the tier's; negative: behind */
    public SkewedCacheTier(CacheTier tier, Duration ahead) {
        this.tier = tier;
        this.ahead = ahead.toMillis();
    }

    private static long moved(long moment, long by) {
        return moment == Long.MIN_VALUE ? moment : moment + by;
    }

    private static CacheEntry moved(CacheEntry entry, long by) {
        return new CacheEntry(
                entry.content(), entry.loadedAt() + by, entry.freshUntil() + by, entry.staleUntil() + by);
    }

    private Lookup back(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Hit(var entry) -> new Lookup.Hit(moved(entry, ahead));
            case Lookup.Stale(var entry, var lease) -> new Lookup.Stale(moved(entry, ahead), lease);
            case Lookup.Leased leased -> leased;
            case Lookup.Busy busy -> busy;
        };
    }

    @Override
    public String name() {
        return tier.name();
    }

    @Override
    public @Nullable CacheEntry peek(CacheKey key) {
        var entry = tier.peek(key);
        return entry == null ? null : moved(entry, ahead);
    }

    @Override
    public CompletionStage<Lookup> lookup(CacheKey key, Demand demand) {
        var theirs = new Demand(moved(demand.loadedSince(), -ahead), moved(demand.freshBeyond(), -ahead));
        return tier.lookup(key, theirs).thenApply(this::back);
    }

    @Override
    public CompletionStage<Map<CacheKey, Lookup>> lookupAll(Collection<CacheKey> keys) {
        return tier.lookupAll(keys).thenApply(lookups -> {
            var all = new HashMap<>(lookups);
            all.replaceAll((_, lookup) -> back(lookup));
            return all;
        });
    }

    @Override
    public CompletionStage<Boolean> fill(Lease lease, CacheEntry entry) {
        return tier.fill(lease, moved(entry, -ahead));
    }

    @Override
    public CompletionStage<Void> release(Lease lease) {
        return tier.release(lease);
    }

    @Override
    public CompletionStage<Fence> fence(CacheKey key) {
        return tier.fence(key);
    }

    @Override
    public CompletionStage<Boolean> publish(Fence fence, CacheEntry entry) {
        return tier.publish(fence, moved(entry, -ahead));
    }

    @Override
    public CompletionStage<Void> lift(Fence fence) {
        return tier.lift(fence);
    }

    @Override
    public CompletionStage<Boolean> invalidate(CacheKey key, long version) {
        return tier.invalidate(key, version);
    }

    @Override
    public CompletionStage<Boolean> told(CacheKey key, long version) {
        return tier.told(key, version);
    }

    @Override
    public CompletionStage<Void> invalidateTags(Set<Tag> tags) {
        return tier.invalidateTags(tags);
    }

    @Override
    public CompletionStage<Long> invalidatePrefix(String prefix) {
        return tier.invalidatePrefix(prefix);
    }

    @Override
    public CompletionStage<Void> clear() {
        return tier.clear();
    }

    @Override
    public CompletionStage<Void> confirm(long from, long until) {
        return tier.confirm(moved(from, -ahead), moved(until, -ahead));
    }

    @Override
    public CompletionStage<Long> confirmedUntil() {
        return tier.confirmedUntil().thenApply(until -> moved(until, ahead));
    }

    @Override
    public CompletionStage<TierStats> stats() {
        return tier.stats();
    }
}
