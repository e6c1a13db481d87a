package lyceum.adapters.caffeine;

import static java.util.concurrent.CompletableFuture.completedStage;

import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
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
import lyceum.domain.cache.Trust;
import org.jspecify.annotations.Nullable;

/**
 * The tier in this process. Every stage it returns is completed already.
 *
 * <p><b>What there is.</b> {@link Cells} hold the entries; Caffeine may drop any of them at any moment. {@link
 * Guards} hold what must not be dropped: per key the one lease or fence that stands, and the version below which
 * nothing is stored. {@link Generations} are what tags and clearings end. An entry and a claim remember those they
 * began in, and are void when one of them is over; hence a tag is invalidated in one step.
 *
 * <p><b>What guards what.</b> Each step on a key, in {@link Loads} and {@link Writes}, holds the key's lock: it reads
 * the guard and the cell, decides, and writes both, so no invalidation comes between the check of a lease and the
 * storing under it. Only Caffeine's own removals take no lock, and the absence of anything refuses or misses. Under a
 * key's lock only Caffeine's are taken, which never call back.
 *
 * <p><b>What takes no lock.</b> A read that finds something fresh reads one cell. A cell says by itself whether it
 * counts: its times, whether a fence hides it, and in volatile reads whether it is gone and its generations are over. One
 * volatile read more says how long it is believed.
 * What ended it was complete before the read began, or went on beside it. A claim made before a generation ends
 * carries the one that ended, a claim made after carries the next.
 *
 * <p><b>Fences.</b> A fence hides the entry in its place, for a lift to show it again, and the hidden entry dies with
 * it. An entry never leaves the cells for the guards: a search by prefix goes through the guards first and the cells
 * second, and so meets every lease before it is used, or the entry it became.
 */
public final class CaffeineCacheTier implements CacheTier {

    private final Cells cells;
    private final Guards guards;
    private final Generations generations;
    private final Loads loads;
    private final Writes writes;
    private final Sweeps sweeps;
    private final Trust trust;
    private final InstantSource clock;

    /** @param housekeeping where Caffeine evicts and expires, at the scheduler's times among others */
    CaffeineCacheTier(
            CaffeineLimits limits,
            Trust trust,
            Set<Mechanism> off,
            InstantSource clock,
            Executor housekeeping,
            Scheduler scheduler) {
        var times = new Mortal.Times(clock, housekeeping, scheduler);
        var locks = new Locks(clock);
        this.clock = clock;
        this.trust = off.contains(Mechanism.TRUST) ? Trust.unconditional() : trust;
        this.cells = new Cells(limits, times);
        this.guards = new Guards(times);
        this.generations = new Generations(off);
        var leaseMillis = limits.leaseTime().toMillis();
        this.loads = new Loads(locks, cells, guards, generations, this.trust, leaseMillis, off);
        this.writes = new Writes(locks, cells, guards, generations, limits, off);
        this.sweeps = new Sweeps(cells, guards, generations, writes, this.trust, off);
    }

    /**
     * @param trust how long an entry counts that nobody confirms; of this tier alone
     * @param off what is switched off, for tests
     */
    public static CaffeineCacheTier create(
            CaffeineLimits limits, Trust trust, Set<Mechanism> off, InstantSource clock) {
        return new CaffeineCacheTier(
                limits, trust, off, clock, ForkJoinPool.commonPool(), Scheduler.systemScheduler());
    }

    @Override
    public String name() {
        return "caffeine";
    }

    @Override
    public @Nullable CacheEntry peek(CacheKey key) {
        return loads.peek(key, clock.millis());
    }

    @Override
    public CompletionStage<Lookup> lookup(CacheKey key, Demand demand) {
        return completedStage(loads.lookup(key, demand, clock.millis()));
    }

    @Override
    public CompletionStage<Map<CacheKey, Lookup>> lookupAll(Collection<CacheKey> keys) {
        var answers = LinkedHashMap.<CacheKey, Lookup>newLinkedHashMap(keys.size());
        var now = clock.millis();
        keys.forEach(key -> answers.computeIfAbsent(key, each -> loads.lookup(each, Demand.FRESH, now)));
        return completedStage(answers);
    }

    @Override
    public CompletionStage<Boolean> fill(Lease lease, CacheEntry entry) {
        return completedStage(loads.fill(lease, entry));
    }

    @Override
    public CompletionStage<Void> release(Lease lease) {
        loads.release(lease);
        return completedStage(null);
    }

    @Override
    public CompletionStage<Fence> fence(CacheKey key) {
        return completedStage(writes.fence(key));
    }

    @Override
    public CompletionStage<Boolean> publish(Fence fence, CacheEntry entry) {
        return completedStage(writes.publish(fence, entry));
    }

    @Override
    public CompletionStage<Void> lift(Fence fence) {
        writes.lift(fence);
        return completedStage(null);
    }

    @Override
    public CompletionStage<Boolean> invalidate(CacheKey key, long version) {
        return completedStage(writes.invalidate(key, version));
    }

    @Override
    public CompletionStage<Boolean> told(CacheKey key, long version) {
        return completedStage(writes.told(key, version));
    }

    @Override
    public CompletionStage<Void> invalidateTags(Set<Tag> tags) {
        generations.end(tags);
        return completedStage(null);
    }

    @Override
    public CompletionStage<Long> invalidatePrefix(String prefix) {
        return completedStage(sweeps.remove(prefix));
    }

    @Override
    public CompletionStage<Void> clear() {
        sweeps.clear();
        return completedStage(null);
    }

    @Override
    public CompletionStage<Void> confirm(long from, long until) {
        sweeps.confirm(from, until);
        return completedStage(null);
    }

    @Override
    public CompletionStage<Long> confirmedUntil() {
        return completedStage(trust.horizon());
    }

    @Override
    public CompletionStage<TierStats> stats() {
        return completedStage(cells.stats(guards.count()));
    }
}
