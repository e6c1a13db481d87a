package lyceum.fake;

import static lyceum.contract.CacheTierFixture.KEY;
import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import lyceum.contract.ChangeLogContract;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.ChangeLog;
import org.junit.jupiter.api.Test;

class InMemoryChangeLogTest implements ChangeLogContract {

    private static final int CAPACITY = 50;

    private final ManualClock clock = new ManualClock();
    private final ManualExecution execution = ManualExecution.queued(clock);
    private final InMemoryChangeLog log = new InMemoryChangeLog(clock, execution::after, CAPACITY, Set.of());
    private final InMemoryCacheTier tier =
            InMemoryCacheTier.remote("far", clock, Duration.ofSeconds(2), log, Set.of());

    @Override
    public CacheTier announcingTier() {
        return tier;
    }

    @Override
    public ChangeLog log() {
        return log;
    }

    @Override
    public long now() {
        return clock.millis();
    }

    @Override
    public void passTime(Duration time) {
        execution.advance(time);
    }

    @Override
    public Duration longestWait() {
        return InMemoryChangeLog.WAIT;
    }

    @Override
    public void loseRecords() {
        log.trim(0);
    }

    @Test
    void itKeepsNoMoreThanItsCapacity() {
        var begin = end();
        for (var version = 1; version <= CAPACITY; version++) {
            tier.invalidate(KEY, version);
        }
        assertThat(await(log.after(begin)).gap()).isFalse();
        tier.invalidate(KEY, CAPACITY + 1);
        assertThat(await(log.after(begin)).gap()).isTrue();
    }

    @Test
    void afterALossItIsAnotherLog() {
        tier.invalidate(KEY, 1);
        var end = end();
        tier.accidents().loseEverything();
        assertThat(await(log.after(end)).gap()).isTrue();
    }

    @Test
    void aReaderIsToldOfALossWhileHeWaits() {
        var waiting = log.after(end()).toCompletableFuture();
        tier.accidents().loseEverything();
        assertThat(waiting).isCompletedWithValueMatching(ChangeLog.Batch::gap);
    }
}
