package lyceum.fake;

import java.util.Collection;
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
import lyceum.domain.cache.TierUnavailable;
import org.jspecify.annotations.Nullable;

/** A tier whose operations fail or wait as a test says, and are counted. Peeks pass: they reach no server. */
public final class FaultyCacheTier implements CacheTier {

    public enum Operation {
        LOOKUP,
        LOOKUP_ALL,
        FILL,
        RELEASE,
        FENCE,
        PUBLISH,
        LIFT,
        INVALIDATE,
        TOLD,
        INVALIDATE_TAGS,
        INVALIDATE_PREFIX,
        CLEAR,
        CONFIRM,
        CONFIRMED_UNTIL,
        STATS
    }

    private final CacheTier tier;
    private final Faults<Operation> faults;

    public FaultyCacheTier(CacheTier tier) {
        this.tier = tier;
        this.faults = new Faults<>(Operation.class,
                operation -> new TierUnavailable(tier.name(), "injected at " + operation));
    }

    /** What the test programs. */
    public Faults<Operation> faults() {
        return faults;
    }

    @Override
    public String name() {
        return tier.name();
    }

    @Override
    public @Nullable CacheEntry peek(CacheKey key) {
        return tier.peek(key);
    }

    @Override
    public CompletionStage<Lookup> lookup(CacheKey key, Demand demand) {
        return faults.apply(Operation.LOOKUP, () -> tier.lookup(key, demand));
    }

    @Override
    public CompletionStage<Map<CacheKey, Lookup>> lookupAll(Collection<CacheKey> keys) {
        return faults.apply(Operation.LOOKUP_ALL, () -> tier.lookupAll(keys));
    }

    @Override
    public CompletionStage<Boolean> fill(Lease lease, CacheEntry entry) {
        return faults.apply(Operation.FILL, () -> tier.fill(lease, entry));
    }

    @Override
    public CompletionStage<Void> release(Lease lease) {
        return faults.apply(Operation.RELEASE, () -> tier.release(lease));
    }

    @Override
    public CompletionStage<Fence> fence(CacheKey key) {
        return faults.apply(Operation.FENCE, () -> tier.fence(key));
    }

    @Override
    public CompletionStage<Boolean> publish(Fence fence, CacheEntry entry) {
        return faults.apply(Operation.PUBLISH, () -> tier.publish(fence, entry));
    }

    @Override
    public CompletionStage<Void> lift(Fence fence) {
        return faults.apply(Operation.LIFT, () -> tier.lift(fence));
    }

    @Override
    public CompletionStage<Boolean> invalidate(CacheKey key, long version) {
        return faults.apply(Operation.INVALIDATE, () -> tier.invalidate(key, version));
    }

    @Override
    public CompletionStage<Boolean> told(CacheKey key, long version) {
        return faults.apply(Operation.TOLD, () -> tier.told(key, version));
    }

    @Override
    public CompletionStage<Void> invalidateTags(Set<Tag> tags) {
        return faults.apply(Operation.INVALIDATE_TAGS, () -> tier.invalidateTags(tags));
    }

    @Override
    public CompletionStage<Long> invalidatePrefix(String prefix) {
        return faults.apply(Operation.INVALIDATE_PREFIX, () -> tier.invalidatePrefix(prefix));
    }

    @Override
    public CompletionStage<Void> clear() {
        return faults.apply(Operation.CLEAR, tier::clear);
    }

    @Override
    public CompletionStage<Void> confirm(long from, long until) {
        return faults.apply(Operation.CONFIRM, () -> tier.confirm(from, until));
    }

    @Override
    public CompletionStage<Long> confirmedUntil() {
        return faults.apply(Operation.CONFIRMED_UNTIL, tier::confirmedUntil);
    }

    @Override
    public CompletionStage<TierStats> stats() {
        return faults.apply(Operation.STATS, tier::stats);
    }
}
