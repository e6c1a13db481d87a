package lyceum.application.identity;

import static lyceum.application.identity.ThrottledProcess.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.PasswordHasher;
import lyceum.domain.identity.Role;
import lyceum.domain.validation.InvalidInput;
import lyceum.fake.Faults.Fault;
import lyceum.fake.FaultyUserRepository.Operation;
import lyceum.fake.InMemoryAttempts;
import lyceum.fake.QuickPasswordHasher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class RegisterUserTest {

    private static final Email ANN = new Email("ann@example.org");
    private static final Password PASSWORD = new Password("correct horse battery");
    private static final String HERE = "192.0.2.1";

    private final Cluster cluster = new Cluster();
    private final PasswordHasher hasher = new QuickPasswordHasher();
    private final RegisterUser register = new RegisterUser(
            cluster.users,
            hasher,
            new RegistrationThrottle(new InMemoryAttempts(cluster.clock), SECRET, cluster.clock),
            () -> "a0".repeat(12),
            cluster.clock);

    private RegistrationOutcome ann() {
        return register.registerStudent(ANN, "Ann", PASSWORD, HERE);
    }

    private static RegistrationOutcome taken(int left) {
        return new RegistrationOutcome.Taken(left, Duration.ZERO);
    }

    @Test
    void whoever_asks_becomes_a_student() {
        assertThat(ann()).isInstanceOf(RegistrationOutcome.Opened.class);
        var ann = cluster.users.findByEmail(ANN).orElseThrow();
        assertThat(ann.role()).isEqualTo(Role.STUDENT);
        assertThat(hasher.matches(PASSWORD.value(), ann.passwordHash())).isTrue();
    }

    @Test
    void nothing_is_hashed_for_an_address_that_is_taken() {
        cluster.user("ann", Role.STUDENT);
        var before = salt(hasher.hash("x"));
        assertThat(ann()).isEqualTo(taken(999));
        assertThat(salt(hasher.hash("x"))).isEqualTo(before + 1);
    }

    /** The fake hasher counts with it. */
    private static int salt(PasswordHash hash) {
        return Integer.parseInt(hash.value().split("\\$", 3)[1]);
    }

    @Test
    @Timeout(60)
    void an_address_that_is_taken_in_between_stays_whose_it_is() {
        cluster.users.faults().inject(Fault.HOLD_AFTER, Operation.FIND_BY_EMAIL);
        var late = CompletableFuture.supplyAsync(this::ann, Thread::startVirtualThread);
        while (cluster.users.faults().calls(Operation.FIND_BY_EMAIL) == 0) {
            LockSupport.parkNanos(100_000);
        }
        var first = cluster.user("ann", Role.ADMIN);
        cluster.users.faults().heal();
        while (!late.isDone()) {
            cluster.users.faults().releaseHeld();
        }
        assertThat(late.join()).isEqualTo(taken(999));
        assertThat(cluster.users.findByEmail(ANN)).contains(first);
    }

    @Test
    void after_a_thousand_there_is_a_pause_and_what_is_no_address_is_none_of_them() {
        cluster.user("ann", Role.STUDENT);
        for (var left = 999; left > 0; left--) {
            assertThatThrownBy(
                    () -> register.registerStudent(new Email("a@b.invalid"), "Ann", PASSWORD, HERE))
                    .isInstanceOf(InvalidInput.class);
            assertThat(ann()).isEqualTo(taken(left));
        }
        var pause = Duration.ofSeconds(1);
        assertThat(ann()).isEqualTo(new RegistrationOutcome.Taken(0, pause));
        assertThat(ann()).isEqualTo(new RegistrationOutcome.TooMany(pause));
        var elsewhere = register.registerStudent(new Email("bob@example.org"), "Bob", PASSWORD, "192.0.2.2");
        assertThat(elsewhere).isInstanceOf(RegistrationOutcome.Opened.class);
    }
}
