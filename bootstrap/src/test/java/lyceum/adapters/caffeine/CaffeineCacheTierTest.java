package lyceum.adapters.caffeine;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Scheduler;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import lyceum.contract.CacheTierContract;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Lookup;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.Test;

class CaffeineCacheTierTest implements CacheTierContract {

    private static final int PEEKS = 20_000;

    private final CaffeineLimits limits = CaffeineLimits.ofBytes(16 << 20);
    private final ManualClock clock = new ManualClock();
    private final CacheTier tier =
            new CaffeineCacheTier(limits, clock, Runnable::run, Scheduler.disabledScheduler());

    @Override
    public CacheTier tier() {
        return tier;
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
        cache().put(tagged, fresh(1));
        allocatedByPeeks(tagged);
        assertThat(allocatedByPeeks(tagged)).as("bytes, for all together").isLessThan(PEEKS);
    }

    private long allocatedByPeeks(CacheKey key) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        for (var i = 0; i < PEEKS; i++) {
            tier.peek(key);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
