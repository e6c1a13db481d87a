package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.identity.UserRepository;
import org.junit.jupiter.api.Test;

/** What every {@link UserRepository} must pass. */
public interface UserRepositoryContract {

    /** Empty at the beginning of every test, and the same one throughout it. */
    UserRepository users();

    private static User user(int number, String email, Role role) {
        return new User(
                new UserId("%024x".formatted(number)),
                new Email(email),
                "Žofie 李 " + number,
                role,
                new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA"),
                Instant.parse("2026-02-03T04:05:06.789Z"),
                1);
    }

    @Test
    default void whoIsNotThereIsNotFound() {
        var user = user(1, "a@example.org", Role.STUDENT);
        assertThat(users().find(user.id())).isEmpty();
        assertThat(users().findByEmail(user.email())).isEmpty();
        assertThat(users().anyOf(Role.ADMIN)).isFalse();
    }

    @Test
    default void whoIsInsertedIsFound() {
        var user = user(1, "a@example.org", Role.INSTRUCTOR);
        assertThat(users().insert(user)).isTrue();
        assertThat(users().find(user.id())).contains(user);
        assertThat(users().findByEmail(new Email("A@Example.org"))).contains(user);
        assertThat(users().findByEmail(new Email("b@example.org"))).isEmpty();
    }

    @Test
    default void aTakenAddressIsRefused() {
        users().insert(user(1, "a@example.org", Role.STUDENT));
        assertThat(users().insert(user(2, "a@example.org", Role.ADMIN))).isFalse();
        assertThat(users().find(user(2, "a@example.org", Role.ADMIN).id())).isEmpty();
        assertThat(users().anyOf(Role.ADMIN)).isFalse();
    }

    @Test
    default void aTakenIdIsRefused() {
        users().insert(user(1, "a@example.org", Role.STUDENT));
        assertThat(users().insert(user(1, "b@example.org", Role.STUDENT))).isFalse();
        assertThat(users().findByEmail(new Email("b@example.org"))).isEmpty();
    }

    @Test
    default void theRolesThatThereAreAreKnown() {
        users().insert(user(1, "a@example.org", Role.STUDENT));
        assertThat(users().anyOf(Role.STUDENT)).isTrue();
        assertThat(users().anyOf(Role.ADMIN)).isFalse();
        users().insert(user(2, "b@example.org", Role.ADMIN));
        assertThat(users().anyOf(Role.ADMIN)).isTrue();
    }

    @Test
    default void ofManyWithOneAddressOneIsInserted() throws Exception {
        var outcomes = new ArrayList<Boolean>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var insertions = IntStream.rangeClosed(1, 16)
                    .<Callable<Boolean>>mapToObj(
                            number -> () -> users().insert(user(number, "a@example.org", Role.STUDENT)))
                    .toList();
            for (var future : threads.invokeAll(insertions)) {
                outcomes.add(future.get());
            }
        }
        assertThat(outcomes).containsOnlyOnce(true);
    }
}
