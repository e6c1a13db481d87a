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
    private final RegistrationThrottle throttle;
    private final IdSource ids;
    private final InstantSource clock;

    public RegisterUser(
            UserRepository users,
            PasswordHasher hasher,
            RegistrationThrottle throttle,
            IdSource ids,
            InstantSource clock) {
        this.users = users;
        this.hasher = hasher;
        this.throttle = throttle;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Opens a student's account for whoever asks, but only so often for one address.
     *
     * @param address of the network
     */
    public RegistrationOutcome registerStudent(Email email, String name, Password password, String address) {
        check(email);
        var attempt = throttle.attempt(address);
        if (!attempt.allowed()) {
            return new RegistrationOutcome.TooMany(attempt.pause());
        }
        return register(email, name, password, Role.STUDENT)
                .<RegistrationOutcome>map(
                        user -> new RegistrationOutcome.Opened(user, attempt.left(), attempt.pause()))
                .orElseGet(() -> new RegistrationOutcome.Taken(attempt.left(), attempt.pause()));
    }

    private static void check(Email email) {
        if (email.value().endsWith(".invalid")) {
            throw new InvalidInput("email", "must not end with .invalid, where nobody can be");
        }
    }

    /** Opens an account; empty if the address has one. */
    public Optional<User> register(Email email, String name, Password password, Role role) {
        check(email);
        if (users.findByEmail(email).isPresent()) {
            // Nothing is hashed for it. Whoever takes it after this is found when the account is stored.
            return Optional.empty();
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
