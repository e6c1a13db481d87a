package lyceum.application.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lyceum.application.identity.LoginThrottle.Outcome;
import lyceum.domain.identity.Attempts;
import lyceum.domain.identity.Email;

/** A process in which people sign in. It sees to it that passwords are tried in a turn, and that nobody is asked in one. */
final class ThrottledProcess {

    static final byte[] SECRET = "a secret of all the processes".getBytes(UTF_8);

    /** How many passwords were tried. */
    final AtomicInteger tried = new AtomicInteger();

    private final ThreadLocal<Boolean> inTurn = ThreadLocal.withInitial(() -> false);
    private final LoginThrottle throttle;

    ThrottledProcess(Attempts attempts, InstantSource clock) {
        this.throttle = new LoginThrottle(new Turns(), new Outside(attempts), SECRET, clock);
    }

    Outcome right(String account, String address) {
        return attempt(account, address, true);
    }

    Outcome wrong(String account, String address) {
        return attempt(account, address, false);
    }

    Outcome attempt(String account, String address, boolean right) {
        return throttle.attempt(new Email(account), address, () -> {
            assertThat(inTurn.get()).isTrue();
            tried.incrementAndGet();
            return right;
        });
    }

    void fails(int times, String account, String address) {
        IntStream.range(0, times).forEach(
                _ -> assertThat(wrong(account, address)).isInstanceOf(Outcome.Wrong.class));
    }

    void signsIn(String account, String address) {
        assertThat(right(account, address)).isEqualTo(new Outcome.Right());
    }

    /** Even with the right one, and nothing is tried. */
    void isPaused(Duration pause, String account, String address) {
        var before = tried.get();
        assertThat(wrong(account, address)).isEqualTo(new Outcome.TooMany(pause));
        assertThat(right(account, address)).isEqualTo(new Outcome.TooMany(pause));
        assertThat(tried).hasValue(before);
    }

    private final class Turns extends WatchedTurns {

        @Override
        public <T> T inTurn(Supplier<T> work) {
            return hasher.inTurn(() -> {
                inTurn.set(true);
                try {
                    return work.get();
                } finally {
                    inTurn.remove();
                }
            });
        }
    }

    private final class Outside implements Attempts {

        private final Attempts attempts;

        Outside(Attempts attempts) {
            this.attempts = attempts;
        }

        private Attempts attempts() {
            assertThat(inTurn.get()).isFalse();
            return attempts;
        }

        @Override
        public Tally of(String name) {
            return attempts().of(name);
        }

        @Override
        public Tally add(String name, Duration memory) {
            return attempts().add(name, memory);
        }

        @Override
        public void clear(String name) {
            attempts().clear(name);
        }
    }
}
