package lyceum.contract;

import java.time.Instant;
import java.util.List;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.identity.UserRepository;

/** What the contracts of {@link UserRepository} need. */
public interface UserFixture {

    Instant OPENED = Instant.parse("2026-02-03T04:05:06.789Z");

    /** Empty at the beginning of every test, and the same one throughout it. */
    UserRepository users();

    static UserId userId(int number) {
        return new UserId("%024x".formatted(number));
    }

    static User user(int number, String email, Role role) {
        var hash = new PasswordHash("$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA");
        return User.opened(userId(number), new Email(email), "Žofie 李 " + number, role, hash, OPENED);
    }

    static User user(int number, Role role) {
        return user(number, "user" + number + "@example.org", role);
    }

    default User inserted(User user) {
        if (!users().insert(user)) {
            throw new AssertionError(user.id() + " is taken");
        }
        return user;
    }

    default User replaced(User before, User after) {
        if (!users().replace(after, before.version())) {
            throw new AssertionError(before.id() + " was changed by others");
        }
        return after;
    }

    static List<UserId> ids(List<User> users) {
        return users.stream().map(User::id).toList();
    }
}
