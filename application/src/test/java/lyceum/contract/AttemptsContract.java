package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lyceum.domain.identity.Attempts;
import lyceum.domain.identity.Attempts.Tally;
import org.junit.jupiter.api.Test;

/** What every {@link Attempts} must pass. */
public interface AttemptsContract {

    String NAME = "0123456789abcdef";
    String OTHER = "0123456789abcdee";
    Duration HOUR = Duration.ofHours(1);
    Duration TICK = Duration.ofSeconds(1);

    /** What is under test, the same throughout a test, empty when the test begins. */
    Attempts attempts();

    /** Lets this much time pass, and perhaps as much more as the test itself takes. */
    void passTime(Duration time);

    private void add(int times, Duration memory) {
        IntStream.range(0, times).forEach(_ -> attempts().add(NAME, memory));
    }

    @Test
    default void whatWasNeverCountedIsNone() {
        attempts().add(OTHER, HOUR);
        assertThat(attempts().of(NAME).count()).isZero();
    }

    @Test
    default void everyCallCountsOneMore() {
        for (var times = 1; times <= 12; times++) {
            assertThat(attempts().add(NAME, HOUR).count()).isEqualTo(times);
            assertThat(attempts().of(NAME).count()).isEqualTo(times);
        }
    }

    @Test
    default void namesAreApart() {
        add(3, HOUR);
        assertThat(attempts().add(OTHER, HOUR).count()).isEqualTo(1);
        attempts().clear(OTHER);
        assertThat(attempts().of(OTHER).count()).isZero();
        assertThat(attempts().of(NAME).count()).isEqualTo(3);
    }

    @Test
    default void whatIsClearedBeginsAnew() {
        add(3, HOUR);
        attempts().clear(NAME);
        attempts().clear(NAME);
        assertThat(attempts().of(NAME).count()).isZero();
        assertThat(attempts().add(NAME, HOUR).count()).isEqualTo(1);
    }

    @Test
    default void theTimeSinceTheLastIsKnown() {
        add(3, HOUR);
        assertSinceLast(attempts().of(NAME), Duration.ZERO);
        passTime(TICK.multipliedBy(100));
        assertSinceLast(attempts().of(NAME), TICK.multipliedBy(100));
        assertSinceLast(attempts().add(NAME, HOUR), Duration.ZERO);
        passTime(TICK.multipliedBy(200));
        assertSinceLast(attempts().of(NAME), TICK.multipliedBy(200));
    }

    private static void assertSinceLast(Tally tally, Duration expected) {
        assertThat(tally.sinceLast()).isBetween(expected, expected.plusSeconds(50));
    }

    @Test
    default void aCountIsForgottenWhenNothingWasCountedForSoLong() {
        add(3, HOUR);
        passTime(HOUR);
        assertThat(attempts().of(NAME).count()).isZero();
        assertThat(attempts().add(NAME, HOUR).count()).isEqualTo(1);
    }

    @Test
    default void everyOneMoreProlongsTheMemory() {
        for (var times = 1; times <= 4; times++) {
            assertThat(attempts().add(NAME, HOUR).count()).isEqualTo(times);
            passTime(HOUR.minusMinutes(1));
        }
        assertThat(attempts().of(NAME).count()).isEqualTo(4);
    }

    @Test
    default void twentyAtOnceAreTwenty() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20).forEach(_ -> threads.execute(() -> attempts().add(NAME, HOUR)));
        }
        assertThat(attempts().of(NAME).count()).isEqualTo(20);
    }
}
