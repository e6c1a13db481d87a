package lyceum.adapters.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Scheduler;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import lyceum.contract.CacheTierContract;
import lyceum.contract.MechanismContract;
import lyceum.contract.TierProbe;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.Trust;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.Test;

class CaffeineCacheTierTest implements CacheTierContract, MechanismContract {

    private static final int PEEKS = 20_000;
    private static final Duration TRUST_TIME = Duration.ofMinutes(3);

    private final CaffeineLimits limits = CaffeineLimits.ofBytes(16 << 20);
    private final ManualClock clock = new ManualClock();
    private final CacheTier tier = tier(Trust.unconditional());
    private final CacheTier doubting = tier(Trust.within(TRUST_TIME));

    private CacheTier tier(Trust trust, Mechanism... off) {
        return new CaffeineCacheTier(
                limits, trust, Set.of(off), clock, Runnable::run, Scheduler.disabledScheduler());
    }

    @Override
    public CacheTier tier() {
        return tier;
    }

    @Override
    public CacheTier doubtingTier() {
        return doubting;
    }

    @Override
    public Duration trustTime() {
        return TRUST_TIME;
    }

    @Override
    public CacheTier tierWithout(Mechanism mechanism) {
        return tier(Trust.within(BOUND), mechanism);
    }

    @Override
    public Duration leaseTime() {
        return limits.leaseTime();
    }

    @Override
    public Duration fenceTime() {
        return limits.fenceTime();
    }

    @Override
    public long now() {
        return clock.millis();
    }

    @Override
    public void passTime(Duration time) {
        clock.advance(time);
    }

    @Test
    void everyAnswerIsThereAtOnce() {
        var lookup = tier.lookup(KEY).toCompletableFuture();
        assertThat(lookup).isDone();
        assertThat(tier.lookupAll(List.of(KEY)).toCompletableFuture()).isDone();
        assertThat(tier.fill(((Lookup.Leased) lookup.join()).lease(), fresh(1)).toCompletableFuture()).isDone();
        assertThat(tier.fence(KEY).toCompletableFuture()).isDone();
        assertThat(tier.clear().toCompletableFuture()).isDone();
        assertThat(tier.stats().toCompletableFuture()).isDone();
    }

    @Test
    void aPeekIsTheVeryEntryThatWasStored() {
        var entry = fresh(1);
        cache().put(KEY, entry);
        assertThat(tier.peek(KEY)).isSameAs(entry);
        assertThat(tier.peek(new CacheKey(KEY.kind(), KEY.id()))).isSameAs(entry);
    }

    @Test
    void aPeekThatHitsAllocatesNothing() {
        var tagged = new CacheKey(KEY.kind(), "tagged", Set.of(LISTS, CATEGORY));
        new TierProbe(doubting, 0).put(tagged, fresh(1));
        doubting.confirm(Long.MIN_VALUE, clock.millis());
        allocatedByPeeks(tagged);
        assertThat(allocatedByPeeks(tagged)).as("bytes, for all together").isLessThan(PEEKS);
    }

    private long allocatedByPeeks(CacheKey key) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        for (var i = 0; i < PEEKS; i++) {
            doubting.peek(key);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
