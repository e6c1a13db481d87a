package lyceum.application.identity;

import static lyceum.application.identity.ThrottledProcess.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lyceum.application.identity.RegistrationThrottle.Answer;
import lyceum.fake.InMemoryAttempts;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RegistrationThrottleTest {

    private static final String HERE = "192.0.2.1";

    private final ManualClock clock = new ManualClock();
    private final InMemoryAttempts attempts = new InMemoryAttempts(clock);
    private final RegistrationThrottle throttle = process();

    private RegistrationThrottle process() {
        return new RegistrationThrottle(attempts, SECRET, clock);
    }

    private static void wanted(int times, RegistrationThrottle throttle) {
        IntStream.range(0, times).forEach(_ -> assertThat(throttle.attempt(HERE).allowed()).isTrue());
    }

    private static Answer refused(Duration pause) {
        return new Answer(false, 0, pause);
    }

    @Test
    void aThousandAreFreeAndThenEachBeginsALongerPause() {
        assertThat(throttle.attempt(HERE)).isEqualTo(new Answer(true, 999, Duration.ZERO));
        wanted(998, throttle);
        for (long seconds : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            var pause = Duration.ofSeconds(seconds);
            assertThat(throttle.attempt(HERE)).isEqualTo(new Answer(true, 0, pause));
            for (int i = 0; i < 20; i++) {
                assertThat(throttle.attempt(HERE)).isEqualTo(refused(pause));
            }
            clock.advance(pause);
        }
    }

    @Test
    void otherAddressesAreOthersAndAllIsForgottenAfterAnHour() {
        wanted(1_000, throttle);
        assertThat(throttle.attempt("192.0.2.2").left()).isEqualTo(999);
        clock.advance(Duration.ofHours(1));
        assertThat(throttle.attempt(HERE)).isEqualTo(new Answer(true, 999, Duration.ZERO));
    }

    @Test
    void processesCountTogether() {
        wanted(600, throttle);
        wanted(400, process());
        assertThat(throttle.attempt(HERE)).isEqualTo(refused(Duration.ofSeconds(1)));
    }

    @Test
    void aProcessThatIsAloneCountsByItself() {
        attempts.away(true);
        wanted(1_000, throttle);
        assertThat(throttle.attempt(HERE)).isEqualTo(refused(Duration.ofSeconds(1)));
        assertThat(process().attempt(HERE).allowed()).isTrue();
    }

    @RepeatedTest(5)
    @Timeout(60)
    void ofACrowdNoMoreGetOnThanAreFree() {
        wanted(950, throttle);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var crowd = IntStream.range(0, 200)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(() -> throttle.attempt(HERE).allowed(), threads))
                    .toList();
            assertThat(crowd.stream().filter(CompletableFuture::join)).hasSize(50);
        }
    }

    @Test
    void whatIsStoredTellsNothing() {
        wanted(1, throttle);
        assertThat(attempts.names()).singleElement().asString().matches("[0-9a-f]{32}");
    }
}
