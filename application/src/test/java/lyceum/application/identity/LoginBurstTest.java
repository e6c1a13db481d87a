package lyceum.application.identity;

import static lyceum.application.identity.ThrottledProcess.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lyceum.application.identity.LoginThrottle.Outcome;
import lyceum.domain.identity.Email;
import lyceum.fake.InMemoryAttempts;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** Many attempts that all wait for their turn before the first is tried. */
@Timeout(60)
class LoginBurstTest {

    private static final int MANY = 200;
    private static final Email OWNER = new Email("owner@example.org");
    private static final String HOME = "192.0.2.1";

    private final ManualClock clock = new ManualClock();
    private final InMemoryAttempts attempts = new InMemoryAttempts(clock);
    private final AtomicInteger tried = new AtomicInteger();

    /** Lets nobody have a turn until so many wait for one. */
    private static final class Gate extends WatchedTurns {

        private final CountDownLatch waiting;

        Gate(int crowd) {
            this.waiting = new CountDownLatch(crowd);
        }

        @Override
        public <T> T inTurn(Supplier<T> work) {
            waiting.countDown();
            try {
                waiting.await();
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
            return hasher.inTurn(work);
        }
    }

    private LoginThrottle throttle(int crowd) {
        return new LoginThrottle(new Gate(crowd), attempts, SECRET, clock);
    }

    private List<Outcome> all(LoginThrottle throttle, int crowd, boolean right) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = IntStream.range(0, crowd)
                    .mapToObj(_ -> CompletableFuture.supplyAsync(
                            () -> throttle.attempt(OWNER, HOME, () -> {
                                tried.incrementAndGet();
                                return right;
                            }),
                            threads))
                    .toList();
            return outcomes.stream().map(CompletableFuture::join).toList();
        }
    }

    private void fail(int times) {
        var throttle = throttle(1);
        for (var i = 0; i < times; i++) {
            assertThat(throttle.attempt(OWNER, HOME, () -> false)).isInstanceOf(Outcome.Wrong.class);
        }
    }

    @RepeatedTest(20)
    void ofACrowdWithWrongPasswordsNoMoreAreTriedThanAreFreeAndHashedAtOnce() {
        var outcomes = all(throttle(MANY), MANY, false);
        assertThat(tried.get()).isBetween(10, 10 + WatchedTurns.TURNS);
        assertThat(outcomes).filteredOn(Outcome.TooMany.class::isInstance).hasSize(MANY - tried.get());
    }

    @RepeatedTest(20)
    void aCrowdWithTheRightPasswordAllSignIn() {
        fail(9);
        assertThat(all(throttle(MANY), MANY, true)).containsOnly(new Outcome.Right());
    }

    @RepeatedTest(5)
    void aProcessThatIsAloneIsNoDifferent() {
        attempts.away(true);
        assertThat(all(throttle(MANY), MANY, true)).containsOnly(new Outcome.Right());
        tried.set(0);
        all(throttle(MANY), MANY, false);
        assertThat(tried.get()).isBetween(10, 10 + WatchedTurns.TURNS);
    }

    /** Whatever order their outcomes are told in. */
    @RepeatedTest(20)
    void whatACrowdFailedIsKnownElsewhere() {
        all(throttle(9), 9, false);
        fail(1);
        assertThat(throttle(1).attempt(OWNER, HOME, () -> true)).isInstanceOf(Outcome.TooMany.class);
    }
}
