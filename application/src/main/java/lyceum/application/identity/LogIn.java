package lyceum.application.identity;

import lyceum.application.identity.SignInOutcome.Denied;
import lyceum.application.identity.SignInOutcome.SignedIn;
import lyceum.application.identity.SignInOutcome.TooMany;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.PasswordHasher;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserRepository;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges a password for tokens. An account that does not exist, or may not sign in, costs the same time as a wrong password
 * and is counted as one.
 */
public final class LogIn {

    private final UserRepository users;
    private final PasswordHasher hasher;
    private final LoginThrottle throttle;
    private final OpenSession sessions;
    private final PasswordHash nobodys;

    public LogIn(
            UserRepository users,
            PasswordHasher hasher,
            LoginThrottle throttle,
            OpenSession sessions) {
        this.users = users;
        this.hasher = hasher;
        this.throttle = throttle;
        this.sessions = sessions;
        this.nobodys = hasher.nobodys();
    }

    public SignInOutcome logIn(Email email, String password, Client client) {
        // Before the user is read: what is revoked after that is revoked for what is issued here.
        var everybody = users.epochOfEverybody();
        var user = users.findByEmail(email).filter(User::isActive).orElse(null);
        var hash = user == null ? nobodys : user.passwordHash();
        return switch (throttle.attempt(email, client.address(), () -> hasher.matches(password, hash))) {
            case LoginThrottle.Outcome.Right _ -> signedIn(user, password, everybody, client);
            case LoginThrottle.Outcome.Wrong(var left, var pause) -> new Denied(left, pause);
            case LoginThrottle.Outcome.TooMany(var pause) -> new TooMany(pause);
        };
    }

    private SignInOutcome signedIn(@Nullable User user, String password, long everybody, Client client) {
        if (user == null) {
            return Denied.FREELY;
        }
        if (hasher.isOutdated(user.passwordHash())) {
            // If the account changes meanwhile there will be another login.
            users.replace(user.rehashed(hasher.inTurn(() -> hasher.hash(password))), user.version());
        }
        return new SignedIn(sessions.open(user, new Epoch(user.epoch(), everybody), client.name()));
    }
}
