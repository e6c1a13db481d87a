package lyceum.application.cache;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Fence;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.Tag;
import lyceum.domain.cache.TierStats;
import lyceum.domain.cache.TierUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * A tier that may fail, made safe to fail.
 *
 * <p>A circuit breaker answers at once while the tier is known to be down, so that nobody waits for its timeouts. And an
 * invalidation that did not get through is a debt: until every debt is paid nothing is read from or stored in the tier,
 * for what it holds may be older than a write that was acknowledged. Whoever calls next tries to pay, one at a time.
 */
public final class GuardedTier implements CacheTier {

    private static final int TOLERATED_FAILURES = 5;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final CacheTier tier;
    private final Breaker breaker;
    private final Debts debts = new Debts();
    private final AtomicBoolean paying = new AtomicBoolean();

    private final boolean owes;

    public GuardedTier(CacheTier tier, InstantSource clock) {
        this(tier, clock, Set.of());
    }

    /** @param off what is switched off, for tests */
    public GuardedTier(CacheTier tier, InstantSource clock, Set<Mechanism> off) {
        this.tier = tier;
        this.owes = !off.contains(Mechanism.DEBTS);
        this.breaker = new Breaker(TOLERATED_FAILURES, PAUSE, clock);
    }

    /** Whether calls are being turned away. */
    public boolean suspended() {
        return breaker.open() || !debts.none();
    }

    @Override
    public String name() {
        return tier.name();
    }

    @Override
    public @Nullable CacheEntry peek(CacheKey key) {
        return suspended() ? null : tier.peek(key);
    }

    @Override
    public CompletionStage<Lookup> lookup(CacheKey key, Demand demand) {
        return solvent(() -> tier.lookup(key, demand));
    }

    @Override
    public CompletionStage<Map<CacheKey, Lookup>> lookupAll(Collection<CacheKey> keys) {
        return solvent(() -> tier.lookupAll(keys));
    }

    @Override
    public CompletionStage<Boolean> fill(Lease lease, CacheEntry entry) {
        return solvent(() -> tier.fill(lease, entry));
    }

    @Override
    public CompletionStage<Void> release(Lease lease) {
        return solvent(() -> tier.release(lease));
    }

    @Override
    public CompletionStage<Fence> fence(CacheKey key) {
        return solvent(() -> tier.fence(key));
    }

    @Override
    public CompletionStage<Boolean> publish(Fence fence, CacheEntry entry) {
        return owing(() -> tier.publish(fence, entry), () -> debts.owe(fence));
    }

    @Override
    public CompletionStage<Void> lift(Fence fence) {
        return guarded(() -> tier.lift(fence));
    }

    @Override
    public CompletionStage<Boolean> invalidate(CacheKey key, long version) {
        return owing(() -> tier.invalidate(key, version), () -> debts.owe(key));
    }

    @Override
    public CompletionStage<Boolean> told(CacheKey key, long version) {
        return solvent(() -> tier.told(key, version));
    }

    @Override
    public CompletionStage<Void> invalidateTags(Set<Tag> tags) {
        return owing(() -> tier.invalidateTags(tags), () -> debts.owe(tags));
    }

    @Override
    public CompletionStage<Long> invalidatePrefix(String prefix) {
        return owing(() -> tier.invalidatePrefix(prefix), debts::oweEverything);
    }

    @Override
    public CompletionStage<Void> clear() {
        return owing(tier::clear, debts::oweEverything);
    }

    /** What is owed was not applied, so it is paid before anything is confirmed. */
    @Override
    public CompletionStage<Void> confirm(long from, long until) {
        return solvent(() -> tier.confirm(from, until));
    }

    @Override
    public CompletionStage<Long> confirmedUntil() {
        return guarded(tier::confirmedUntil);
    }

    @Override
    public CompletionStage<TierStats> stats() {
        return guarded(tier::stats);
    }

    private <T> CompletionStage<T> owing(Supplier<CompletionStage<T>> change, Runnable owe) {
        return guarded(change).whenComplete((_, failure) -> {
            if (failure != null && owes) {
                owe.run();
            }
        });
    }

    private <T> CompletionStage<T> solvent(Supplier<CompletionStage<T>> call) {
        if (debts.none()) {
            return guarded(call);
        }
        if (!paying.compareAndSet(false, true)) {
            return turnedAway();
        }
        return guarded(() -> debts.pay(tier))
                .whenComplete((_, _) -> paying.set(false))
                .thenCompose(_ -> debts.none() ? guarded(call) : turnedAway());
    }

    private <T> CompletionStage<T> guarded(Supplier<CompletionStage<T>> call) {
        if (!breaker.admits()) {
            return turnedAway();
        }
        return call.get().whenComplete((_, failure) -> {
            if (failure == null) {
                breaker.succeeded();
            } else {
                breaker.failed();
            }
        });
    }

    private <T> CompletionStage<T> turnedAway() {
        return CompletableFuture.failedStage(new TierUnavailable(name(), "suspended"));
    }
}
