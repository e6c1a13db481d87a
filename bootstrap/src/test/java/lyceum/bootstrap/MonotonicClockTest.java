package lyceum.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MonotonicClockTest {

    private static final long START = 1_700_000_000_000L;

    private final AtomicLong wall = new AtomicLong(START);
    private final AtomicLong up = new AtomicLong(123);
    private final MonotonicClock clock = new MonotonicClock(wall::get, up::get);

    @Test
    void startsWithTheWallClockAndCountsTheUptime() {
        pass(Duration.ofSeconds(5));

        assertThat(clock.millis()).isEqualTo(START + 5_000);
        assertThat(clock.instant().toEpochMilli()).isEqualTo(START + 5_000);
    }

    @Test
    void aWallClockThatIsSetBackChangesNothing() {
        wall.addAndGet(-Duration.ofHours(1).toMillis());
        assertThat(clock.millis()).isEqualTo(START);

        pass(Duration.ofSeconds(1));
        assertThat(clock.millis()).isEqualTo(START + 1_000);
    }

    @Test
    void timeInWhichTheMachineWasSuspendedHasPassed() {
        wall.addAndGet(Duration.ofHours(1).toMillis());

        assertThat(clock.millis()).isEqualTo(START + Duration.ofHours(1).toMillis());
    }

    @Test
    void suspensionsAreCountedAsSoonAsTheyAreATenthOfASecond() {
        for (var i = 0; i < 4; i++) {
            pass(Duration.ofSeconds(1));
            assertThat(clock.millis()).isEqualTo(START + 1_000L * (i + 1));
            wall.addAndGet(30);
        }

        assertThat(clock.millis()).isEqualTo(START + 4_000 + 120);
    }

    @Test
    void neitherStandsStillNorGoesBackAfterTheWallClockWentAheadAndBack() {
        wall.addAndGet(Duration.ofHours(1).toMillis());
        var ahead = clock.millis();
        wall.addAndGet(-Duration.ofHours(1).toMillis());
        pass(Duration.ofSeconds(2));

        assertThat(clock.millis()).isEqualTo(ahead + 2_000);
    }

    @Test
    void aWallClockThatIsSlewedIsNotFollowed() {
        for (var i = 0; i < 100; i++) {
            pass(Duration.ofSeconds(1));
            wall.addAndGet(1);
        }

        assertThat(clock.millis()).isEqualTo(START + 100_000);
    }

    private void pass(Duration time) {
        wall.addAndGet(time.toMillis());
        up.addAndGet(time.toNanos());
    }
}
