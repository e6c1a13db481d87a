package lyceum.application.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import lyceum.application.identity.ChangePassword.Outcome;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Actor;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.fake.InMemoryAttempts;
import org.junit.jupiter.api.Test;

final class ChangePasswordTest {

    private static final String PASSWORD = "correct horse battery";
    private static final Password NEXT = new Password("another password");
    private static final Client CLIENT = new Client("192.0.2.1", "a phone");

    private final Cluster cluster = new Cluster();
    private final Cluster.Instance here = cluster.instance();

    /** What others do to the account at the next turns, between its being read and its being stored. */
    private Function<User, User> meanwhile = user -> user;

    private final AtomicInteger others = new AtomicInteger();
    private final AtomicInteger turns = new AtomicInteger();

    private final WatchedTurns hasher = new WatchedTurns() {
        @Override
        public <T> T inTurn(Supplier<T> work) {
            turns.incrementAndGet();
            var done = hasher.inTurn(work);
            if (others.getAndDecrement() > 0) {
                changeAnn();
            }
            return done;
        }
    };

    private final LoginThrottle throttle = new LoginThrottle(
            hasher,
            new InMemoryAttempts(cluster.clock),
            "a server's secret of some length".getBytes(UTF_8),
            cluster.clock);
    private final LogIn logIn = new LogIn(cluster.users, hasher, throttle, here.open);
    private final ChangePassword changePassword =
            new ChangePassword(cluster.users, hasher, throttle, here.open, here.endings);
    private final User ann = cluster.user("ann", Role.STUDENT, hasher.hash(PASSWORD));

    private User stored() {
        return cluster.users.find(ann.id()).orElseThrow();
    }

    private void changeAnn() {
        var now = stored();
        assertThat(cluster.users.replace(meanwhile.apply(now), now.version())).isTrue();
    }

    private void meanwhile(int times, Function<User, User> change) {
        meanwhile = change;
        others.set(times);
        turns.set(0);
    }

    private Outcome change(String current) {
        return changePassword.change(new Actor(ann.id(), Role.STUDENT), current, NEXT, CLIENT);
    }

    private static TokenPair tokens(Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(
                Outcome.Tried.class,
                tried -> assertThat(tried.outcome()).isInstanceOf(SignInOutcome.SignedIn.class));
        return ((SignInOutcome.SignedIn) ((Outcome.Tried) outcome).outcome()).tokens();
    }

    private static void isA(Class<? extends SignInOutcome> what, Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(
                Outcome.Tried.class, tried -> assertThat(tried.outcome()).isInstanceOf(what));
    }

    private SignInOutcome signIn(String password) {
        return logIn.logIn(new Email("ann@example.org"), password, CLIENT);
    }

    private TokenPair signedIn(String password) {
        return tokens(new Outcome.Tried(signIn(password)));
    }

    private boolean isRefused(TokenPair tokens) {
        return here.refresh.refresh(tokens.refreshToken()).isEmpty();
    }

    @Test
    void another_password_ends_every_session_and_begins_one() {
        var phone = signedIn(PASSWORD);
        var laptop = signedIn(PASSWORD);
        var changed = tokens(change(PASSWORD));
        assertThat(isRefused(phone)).isTrue();
        assertThat(isRefused(laptop)).isTrue();
        assertThat(isRefused(changed)).isFalse();
        assertThat(here.profiles.sessions(ann.id())).hasSize(1);
        assertThat(signIn(PASSWORD)).isInstanceOf(SignInOutcome.Denied.class);
        signedIn(NEXT.value());
    }

    /** Whoever finds a device unattended cannot guess the password with it. */
    @Test
    void the_password_is_needed_to_change_it_and_guesses_are_counted() {
        for (var i = 0; i < 10; i++) {
            isA(SignInOutcome.Denied.class, change("wrong"));
        }
        isA(SignInOutcome.TooMany.class, change(PASSWORD));
        assertThat(signIn(PASSWORD)).isInstanceOf(SignInOutcome.TooMany.class);
        cluster.clock.advance(Duration.ofSeconds(1));
        signedIn(PASSWORD);
    }

    /** The same password is not checked again, and nothing is hashed twice. */
    @Test
    void an_account_that_an_admin_changes_meanwhile_keeps_both_changes() {
        meanwhile(2, user -> user.withRole(user.role() == Role.STUDENT ? Role.INSTRUCTOR : Role.ADMIN));
        var changed = tokens(change(PASSWORD));
        assertThat(turns).hasValue(2);
        assertThat(stored().role()).isEqualTo(Role.ADMIN);
        assertThat(isRefused(changed)).isFalse();
        signedIn(NEXT.value());
    }

    @Test
    void a_hash_that_a_login_replaces_meanwhile_is_checked_again() {
        meanwhile(1, user -> user.rehashed(hasher.hash(PASSWORD)));
        tokens(change(PASSWORD));
        assertThat(turns).as("two checks and a hash").hasValue(3);
        signedIn(NEXT.value());
    }

    @Test
    void a_password_that_is_changed_meanwhile_is_the_one_that_counts() {
        meanwhile(1, user -> user.withNewPassword(hasher.hash("a third password")));
        isA(SignInOutcome.Denied.class, change(PASSWORD));
        signedIn("a third password");
    }

    @Test
    void an_account_that_goes_meanwhile_is_gone() {
        meanwhile(1, user -> user.withState(AccountState.DISABLED));
        assertThat(change(PASSWORD)).isEqualTo(new Outcome.Gone());
        assertThat(stored().passwordHash()).isEqualTo(ann.passwordHash());
    }

    @Test
    void an_account_that_others_keep_changing_is_busy() {
        meanwhile(1_000, user -> user.rehashed(hasher.hash(PASSWORD)));
        assertThat(change(PASSWORD)).isEqualTo(new Outcome.Busy());
        others.set(0);
        signedIn(PASSWORD);
    }
}
