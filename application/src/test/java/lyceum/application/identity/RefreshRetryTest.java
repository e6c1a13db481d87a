package lyceum.application.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.fake.Faults.Fault;
import lyceum.fake.FaultySessionRepository.Operation;
import org.junit.jupiter.api.Test;

/** Answers that were lost, and those that were never given. */
final class RefreshRetryTest {

    private static final Duration A_WHILE = Duration.ofMinutes(3);
    private static final Duration MORE_THAN_THE_GRACE = Duration.ofSeconds(6);

    private final Cluster cluster = new Cluster();
    private final Cluster.Instance here = cluster.instance();
    private final Cluster.Instance there = cluster.instance();
    private final User ann = cluster.user("ann", Role.STUDENT);
    private final TokenPair first = here.signIn(ann);

    private TokenPair refreshed(Cluster.Instance at, TokenPair pair) {
        return at.refresh.refresh(pair.refreshToken()).orElseThrow();
    }

    private boolean lives() {
        return cluster.sessions.find(here.last.claims().session()).isPresent();
    }

    private void fails(Fault fault, Operation operation) {
        cluster.sessions.faults().injectOnce(fault, operation);
    }

    private void assertThatItIsUnavailable() {
        assertThatExceptionOfType(AccountsUnavailable.class).isThrownBy(() -> refreshed(here, first));
    }

    private void assertThatTheFirstTokenEndsTheSession() {
        cluster.clock.advance(MORE_THAN_THE_GRACE);
        assertThat(there.refresh.refresh(first.refreshToken())).isEmpty();
        assertThat(lives()).isFalse();
    }

    @Test
    void an_answer_that_could_not_be_given_can_be_had_much_later() {
        fails(Fault.FAIL_AFTER, Operation.ROTATE);
        assertThatItIsUnavailable();
        cluster.clock.advance(A_WHILE);
        var second = refreshed(here, first);
        cluster.clock.advance(Duration.ofSeconds(4));
        assertThat(refreshed(there, first)).isEqualTo(second);
        assertThatTheFirstTokenEndsTheSession();
    }

    @Test
    void it_is_as_good_as_any_other() {
        fails(Fault.FAIL_AFTER, Operation.ROTATE);
        assertThatItIsUnavailable();
        cluster.clock.advance(A_WHILE);
        refreshed(there, refreshed(here, first));
        assertThat(lives()).isTrue();
    }

    @Test
    void an_exchange_that_never_happened_is_made_by_the_retry() {
        fails(Fault.FAIL_BEFORE, Operation.ROTATE);
        assertThatItIsUnavailable();
        cluster.clock.advance(A_WHILE);
        var second = refreshed(here, first);
        assertThat(refreshed(there, first)).isEqualTo(second);
    }

    @Test
    void an_answer_is_given_though_it_cannot_be_noted() {
        fails(Fault.FAIL_BEFORE, Operation.ANSWERED);
        var second = refreshed(here, first);
        cluster.clock.advance(A_WHILE);
        assertThat(refreshed(there, first)).as("as nobody is known to have got it").isEqualTo(second);
        assertThatTheFirstTokenEndsTheSession();
    }

    @Test
    void an_answer_that_was_noted_all_the_same_is_one() {
        fails(Fault.FAIL_AFTER, Operation.ANSWERED);
        var second = refreshed(here, first);
        cluster.clock.advance(Duration.ofSeconds(5));
        assertThat(refreshed(there, first)).isEqualTo(second);
        assertThatTheFirstTokenEndsTheSession();
    }

    @Test
    void a_repeated_answer_is_noted_no_more() {
        refreshed(here, first);
        cluster.clock.advance(Duration.ofSeconds(5));
        refreshed(there, first);
        assertThat(cluster.sessions.faults().calls(Operation.ANSWERED)).isEqualTo(1);
        cluster.clock.advance(Duration.ofMillis(1));
        assertThat(here.refresh.refresh(first.refreshToken())).isEmpty();
    }

    /** While a majority is missing, the store applies an exchange and shows what was before. */
    @Test
    void a_token_that_is_shown_as_current_and_cannot_be_exchanged_ends_nothing() {
        cluster.sessions.lag(true);
        fails(Fault.FAIL_AFTER, Operation.ROTATE);
        assertThatItIsUnavailable();
        assertThatItIsUnavailable();
        cluster.clock.advance(A_WHILE);
        assertThatItIsUnavailable();
        cluster.sessions.lag(false);
        assertThat(lives()).isTrue();
        refreshed(there, refreshed(here, first));
    }
}
