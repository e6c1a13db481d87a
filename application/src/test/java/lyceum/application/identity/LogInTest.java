package lyceum.application.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.validation.InvalidInput;
import lyceum.fake.InMemoryAttempts;
import lyceum.fake.QuickPasswordHasher;
import org.junit.jupiter.api.Test;

final class LogInTest {

    private static final String PASSWORD = "correct horse battery";
    private static final Client CLIENT = new Client("192.0.2.1", "a phone");

    private final Cluster cluster = new Cluster();
    private final Cluster.Instance here = cluster.instance();
    private final QuickPasswordHasher hasher = new QuickPasswordHasher();
    private final LoginThrottle throttle = new LoginThrottle(
            hasher,
            new InMemoryAttempts(cluster.clock),
            "a server's secret of some length".getBytes(UTF_8),
            cluster.clock);
    private final LogIn logIn = new LogIn(cluster.users, hasher, throttle, here.open);
    private final User ann = cluster.user("ann", Role.STUDENT, hasher.hash(PASSWORD));

    private SignInOutcome attempt(String name, String password) {
        return logIn.logIn(new Email(name + "@example.org"), password, CLIENT);
    }

    private TokenPair signedIn(String password) {
        return tokens(attempt("ann", password));
    }

    private static TokenPair tokens(SignInOutcome outcome) {
        assertThat(outcome).isInstanceOf(SignInOutcome.SignedIn.class);
        return ((SignInOutcome.SignedIn) outcome).tokens();
    }

    private boolean isRefused(TokenPair tokens) {
        return here.refresh.refresh(tokens.refreshToken()).isEmpty();
    }

    @Test
    void the_right_password_opens_a_session() {
        signedIn(PASSWORD);
        var session = here.profiles.sessions(ann.id()).getFirst();
        assertThat(session.client()).isEqualTo("a phone");
        assertThat(session.createdAt()).isEqualTo(cluster.clock.instant());
        assertThat(session.expiresAt()).isEqualTo(cluster.clock.instant().plus(Cluster.SESSION));
    }

    @Test
    void what_is_wrong_is_not_told() {
        var denied = new SignInOutcome.Denied(9, Duration.ZERO);
        assertThat(attempt("ann", "wrong")).isEqualTo(denied);
        assertThat(attempt("nobody", PASSWORD)).isEqualTo(denied);
        here.accounts.change(ann.id(), null, AccountState.DISABLED);
        assertThat(attempt("ann", PASSWORD)).isInstanceOf(SignInOutcome.Denied.class);
        here.accounts.change(ann.id(), null, AccountState.ACTIVE);
        signedIn(PASSWORD);
        here.accounts.delete(ann.id());
        assertThat(attempt("ann", PASSWORD)).isInstanceOf(SignInOutcome.Denied.class);
    }

    /** X11: each device has a session of its own. */
    @Test
    void devices_are_signed_in_side_by_side() {
        var phone = signedIn(PASSWORD);
        var session = here.last.claims().session();
        var laptop = signedIn(PASSWORD);
        here.endings.end(session);
        assertThat(isRefused(phone)).isTrue();
        assertThat(isRefused(laptop)).isFalse();
    }

    @Test
    void a_hash_made_with_other_parameters_is_replaced_once() {
        hasher.outdateAll();
        signedIn(PASSWORD);
        var upgraded = cluster.users.find(ann.id()).orElseThrow();
        assertThat(upgraded.passwordHash()).isNotEqualTo(ann.passwordHash());
        assertThat(upgraded.epoch()).as("nothing is revoked").isEqualTo(ann.epoch());
        signedIn(PASSWORD);
        assertThat(cluster.users.find(ann.id())).contains(upgraded);
    }

    @Test
    void a_common_password_cannot_be_chosen() {
        var passwords = new NewPasswords("password1"::equals);
        assertThat(passwords.chosen("new_password", "uncommon")).isEqualTo(new Password("uncommon"));
        assertThatThrownBy(() -> passwords.chosen("new_password", "password1"))
                .isInstanceOfSatisfying(InvalidInput.class, input -> assertThat(
                        input.violations().getFirst().field())
                        .isEqualTo("new_password"));
        assertThatThrownBy(() -> passwords.chosen("password", "short")).isInstanceOf(InvalidInput.class);
    }
}
