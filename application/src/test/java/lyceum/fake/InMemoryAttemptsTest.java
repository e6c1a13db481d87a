package lyceum.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import lyceum.contract.AttemptsContract;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Attempts;
import org.junit.jupiter.api.Test;

class InMemoryAttemptsTest implements AttemptsContract {

    private final ManualClock clock = new ManualClock();
    private final InMemoryAttempts attempts = new InMemoryAttempts(clock);

    @Override
    public Attempts attempts() {
        return attempts;
    }

    @Override
    public void passTime(Duration time) {
        clock.advance(time);
    }

    @Test
    void whatIsAwayCannotBeAsked() {
        attempts.add(NAME, HOUR);
        attempts.away(true);
        assertThatThrownBy(() -> attempts.of(NAME)).isInstanceOf(AccountsUnavailable.class);
        assertThatThrownBy(() -> attempts.add(NAME, HOUR)).isInstanceOf(AccountsUnavailable.class);
        assertThatThrownBy(() -> attempts.clear(NAME)).isInstanceOf(AccountsUnavailable.class);
        attempts.away(false);
        assertThat(attempts.of(NAME).count()).isEqualTo(1);
        assertThat(attempts.names()).containsExactly(NAME);
        attempts.loseEverything();
        assertThat(attempts.of(NAME).count()).isZero();
    }
}
