package lyceum.application.identity;

import lyceum.application.identity.SignInOutcome.Denied;
import lyceum.application.identity.SignInOutcome.SignedIn;
import lyceum.application.identity.SignInOutcome.TooMany;
import lyceum.domain.identity.Actor;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.PasswordHasher;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserRepository;
import org.jspecify.annotations.Nullable;

/** Exchanges a password for another one. It ends every session of the account, and begins one for whoever asked. */
public final class ChangePassword {

    private static final int TRIES = 5;

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

    public sealed interface Outcome {

        /** The account was there; what came of the current password. */
        record Tried(SignInOutcome outcome) implements Outcome {}

        /** There is no such account any more, or it is not active. */
        record Gone() implements Outcome {}

        /** Others keep changing the account. */
        record Busy() implements Outcome {}
    }

    /** If the account changes meanwhile, it is read again and all is decided again. */
    public Outcome change(Actor actor, String current, Password next, Client client) {
        var wish = new Wish(current, next, client);
        for (var tries = 0; tries < TRIES; tries++) {
            var everybody = users.epochOfEverybody();
            var user = users.find(actor.id()).filter(User::isActive).orElse(null);
            if (user == null) {
                return new Outcome.Gone();
            }
            var outcome = switch (wish.tried(user)) {
                case LoginThrottle.Outcome.Right _ -> changed(user, wish, everybody);
                case LoginThrottle.Outcome.Wrong(var left, var pause) -> new Denied(left, pause);
                case LoginThrottle.Outcome.TooMany(var pause) -> new TooMany(pause);
            };
            if (outcome != null) {
                return new Outcome.Tried(outcome);
            }
        }
        return new Outcome.Busy();
    }

    /** @return null if somebody else changed the account before */
    private @Nullable SignInOutcome changed(User user, Wish wish, long everybody) {
        var changed = user.withNewPassword(wish.hash());
        if (!users.replace(changed, user.version())) {
            return null;
        }
        endings.changed(changed);
        return new SignedIn(sessions.open(changed, new Epoch(changed.epoch(), everybody), wish.client.name()));
    }

    /** However often it is decided, the new password is hashed once, and the current one once for each hash of it. */
    private final class Wish {

        private final String current;
        private final Password next;
        private final Client client;

        /** What the current password was found to match. */
        private @Nullable PasswordHash matched;

        private @Nullable PasswordHash hash;

        private Wish(String current, Password next, Client client) {
            this.current = current;
            this.next = next;
            this.client = client;
        }

        private LoginThrottle.Outcome tried(User user) {
            if (user.passwordHash().equals(matched)) {
                return new LoginThrottle.Outcome.Right();
            }
            var outcome = throttle.attempt(
                    user.email(), client.address(), () -> hasher.matches(current, user.passwordHash()));
            if (outcome instanceof LoginThrottle.Outcome.Right) {
                matched = user.passwordHash();
            }
            return outcome;
        }

        private PasswordHash hash() {
            if (hash == null) {
                hash = hasher.inTurn(() -> hasher.hash(next.value()));
            }
            return hash;
        }
    }
}
