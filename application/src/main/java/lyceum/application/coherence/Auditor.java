package lyceum.application.coherence;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;
import lyceum.application.cache.Execution;
import lyceum.application.cache.Loaded;
import lyceum.application.cache.Loader;
import lyceum.application.cache.TieredCache;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import org.jspecify.annotations.Nullable;

/**
 * Compares, now and then, what the tiers would answer for a key with what the source says: the check that does not believe
 * the protocol. A write may be on its way while it looks, so it looks twice, further apart than anything may be old: an
 * entry that differed from the source and is there unchanged, and differs still, disagrees. It is counted, and removed.
 */
public final class Auditor implements AutoCloseable {

    private final TieredCache cache;
    private final Loader source;
    private final Duration bound;
    private final Execution execution;
    private final CoherenceStatistics statistics;
    private final DoubleSupplier random;
    private final Loop loop;

    /**
     * @param bound how old an answer may be
     * @param interval between two samples
     * @param random uniform in [0, 1)
     */
    public Auditor(
            TieredCache cache,
            Loader source,
            Duration bound,
            Duration interval,
            Execution execution,
            CoherenceStatistics statistics,
            DoubleSupplier random) {
        this.cache = cache;
        this.source = source;
        this.bound = bound;
        this.execution = execution;
        this.statistics = statistics;
        this.random = random;
        this.loop = new Loop(execution, interval, () -> turn().thenApply(_ -> interval));
    }

    public void start() {
        loop.start();
    }

    private CompletionStage<Boolean> turn() {
        var keys = cache.sample();
        return keys.isEmpty()
                ? CompletableFuture.completedStage(true)
                : audit(keys.get((int) (random.getAsDouble() * keys.size())));
    }

    /** @return whether every tier that would answer agrees with the source */
    public CompletionStage<Boolean> audit(CacheKey key) {
        return differing(key).thenCompose(first -> first.isEmpty()
                ? counted(true)
                : execution.after(bound.plus(bound)).thenCompose(_ -> again(key, first)));
    }

    private CompletionStage<Boolean> again(CacheKey key, Map<CacheTier, Content> first) {
        return differing(key).thenCompose(second -> {
            second.entrySet().retainAll(first.entrySet());
            return second.isEmpty()
                    ? counted(true)
                    : cache.invalidation().keys(List.of(key)).thenCompose(_ -> counted(false));
        });
    }

    private CompletionStage<Boolean> counted(boolean agreed) {
        statistics.audited(agreed);
        return CompletableFuture.completedStage(agreed);
    }

    /** What tiers would answer that is not what the source says. */
    private CompletionStage<Map<CacheTier, Content>> differing(CacheKey key) {
        CompletionStage<Map<CacheTier, Content>> all = CompletableFuture.completedStage(new HashMap<>());
        for (var tier : cache.tiers()) {
            all = all.thenCombine(held(tier, key), (found, content) -> {
                if (content != null) {
                    found.put(tier, content);
                }
                return found;
            });
        }
        return all.thenCombine(source.load(key), Auditor::without);
    }

    private static Map<CacheTier, Content> without(Map<CacheTier, Content> found, Loaded truth) {
        found.values().removeIf(truth.content()::equals);
        return found;
    }

    private static CompletionStage<@Nullable Content> held(CacheTier tier, CacheKey key) {
        return tier.lookup(key).handle((lookup, _) -> switch (lookup) {
            case Lookup.Hit(var entry) -> entry.content();
            case Lookup.Stale(_, var lease) -> unused(tier, lease);
            case Lookup.Leased(var lease) -> unused(tier, lease);
            case Lookup.Busy() -> null;
            case null -> null;
        });
    }

    private static @Nullable Content unused(CacheTier tier, @Nullable Lease lease) {
        if (lease != null) {
            var _ = tier.release(lease);
        }
        return null;
    }

    @Override
    public void close() {
        loop.close();
    }
}
