package lyceum.application.identity;

import java.util.Optional;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Actor;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.identity.UserRepository;

/**
 * Whether a token whose signature and times are good still counts. Memory answers as long as it is synchronised, and when it is
 * not the store does: never nobody, and never a cache that may have lost something.
 */
public final class Standing {

    private static final Verdict REFUSED = new Verdict.Refused();
    private static final Verdict UNKNOWN = new Verdict.Unknown();

    private final Revocations revocations;
    private final SessionRepository sessions;
    private final UserRepository users;

    public Standing(Revocations revocations, SessionRepository sessions, UserRepository users) {
        this.revocations = revocations;
        this.sessions = sessions;
        this.users = users;
    }

    /** By memory; never blocks. {@link Verdict.Unknown} means that the store must be asked. */
    public Verdict known(AccessClaims claims) {
        return revocations.decides(claims) ? verdict(revocations.actor(claims)) : UNKNOWN;
    }

    /**
     * By the store; blocks.
     *
     * @throws AccountsUnavailable if it does not answer
     */
    public Verdict asked(AccessClaims claims) {
        var everybody = users.epochOfEverybody();
        var actor = users.find(claims.user())
                .filter(User::isActive)
                .filter(user -> claims.epoch().standsIn(new Epoch(user.epoch(), everybody)))
                .filter(_ -> sessions.stands(claims.session(), claims.tokenId()))
                .map(user -> new Actor(user.id(), user.role()));
        return verdict(actor);
    }

    private static Verdict verdict(Optional<Actor> actor) {
        return actor.<Verdict>map(Verdict.Admitted::new).orElse(REFUSED);
    }

    /** Which version of an account is the latest known to have been made lately; whoever remembers an older one must ask again. */
    public long version(UserId user) {
        return revocations.version(user);
    }
}
