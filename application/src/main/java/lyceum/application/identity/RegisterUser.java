package lyceum.application.identity;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lyceum.application.IdSource;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHasher;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.identity.UserRepository;
import lyceum.domain.validation.InvalidInput;

/** Opens accounts. */
public final class RegisterUser {

    private final UserRepository users;
    private final PasswordHasher hasher;
    private final IdSource ids;
    private final InstantSource clock;

    public RegisterUser(UserRepository users, PasswordHasher hasher, IdSource ids, InstantSource clock) {
        this.users = users;
        this.hasher = hasher;
        this.ids = ids;
        this.clock = clock;
    }

    /** Opens an account; empty if the address has one. */
    public Optional<User> register(Email email, String name, Password password, Role role) {
        if (email.value().endsWith(".invalid")) {
            throw new InvalidInput("email", "must not end with .invalid, where nobody can be");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var user = User.opened(new UserId(ids.next()), email, name, role, hasher.hash(password.value()), now);
        return users.insert(user) ? Optional.of(user) : Optional.empty();
    }

    /** Opens the first admin's account; empty, changing nothing, if there is an admin already. */
    public Optional<User> registerFirstAdmin(Email email, Password password) {
        return users.anyOf(Role.ADMIN)
                ? Optional.empty()
                : register(email, "Administrator", password, Role.ADMIN);
    }
}
