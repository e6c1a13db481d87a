package lyceum.application.identity;

import lyceum.application.identity.SignInOutcome.Denied;
import lyceum.application.identity.SignInOutcome.SignedIn;
import lyceum.application.identity.SignInOutcome.TooMany;
import lyceum.domain.identity.Actor;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.PasswordHasher;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserRepository;

/** Exchanges a password for another one. It ends every session of the account, and begins one for whoever asked. */
public final class ChangePassword {

    private final UserRepository users;
    private final PasswordHasher hasher;
    private final LoginThrottle throttle;
    private final OpenSession sessions;
    private final EndSessions endings;

    public ChangePassword(
            UserRepository users,
            PasswordHasher hasher,
            LoginThrottle throttle,
            OpenSession sessions,
            EndSessions endings) {
        this.users = users;
        this.hasher = hasher;
        this.throttle = throttle;
        this.sessions = sessions;
        this.endings = endings;
    }

    /** Denied also if the account changed at the same time. */
    public SignInOutcome change(Actor actor, String current, Password next, Client client) {
        var everybody = users.epochOfEverybody();
        var user = users.find(actor.id()).filter(User::isActive).orElse(null);
        if (user == null) {
            return new Denied(LoginThrottle.FREE);
        }
        return switch (throttle.attempt(
                user.email(), client.address(), () -> hasher.matches(current, user.passwordHash()))) {
            case LoginThrottle.Outcome.Right _ -> changed(user, next, everybody, client);
            case LoginThrottle.Outcome.Wrong(var left) -> new Denied(left);
            case LoginThrottle.Outcome.TooMany(var pause) -> new TooMany(pause);
        };
    }

    private SignInOutcome changed(User user, Password password, long everybody, Client client) {
        var changed = user.withNewPassword(hasher.hash(password.value()));
        if (!users.replace(changed, user.version())) {
            return new Denied(LoginThrottle.FREE);
        }
        endings.changed(changed);
        return new SignedIn(sessions.open(changed, new Epoch(changed.epoch(), everybody), client.name()));
    }
}
