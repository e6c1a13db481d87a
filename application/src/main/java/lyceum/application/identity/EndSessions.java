package lyceum.application.identity;

import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.Revocation;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.identity.UserRepository;

/**
 * Ends sessions: in the store first, which makes it true; then in this process's memory, which makes it true here at once; then
 * everybody else is told, who would learn of it within the bound if they were not.
 */
public final class EndSessions {

    private final SessionRepository sessions;
    private final UserRepository users;
    private final SharedSessions shared;
    private final Revocations revocations;

    public EndSessions(
            SessionRepository sessions, UserRepository users, SharedSessions shared, Revocations revocations) {
        this.sessions = sessions;
        this.users = users;
        this.shared = shared;
        this.revocations = revocations;
    }

    /** Answers whether there was such a session, and it had not been ended. */
    public boolean end(SessionId id) {
        var ended = sessions.end(id);
        revocations.apply(new Revocation.OfSession(id));
        shared.ended(id);
        return ended;
    }

    /** The same, if it is the user's. */
    public boolean endOwn(UserId user, SessionId id) {
        return sessions.find(id).filter(session -> session.user().equals(user)).isPresent() && end(id);
    }

    /** One access token alone; the session goes on, unless so many of its tokens were revoked that no more can be kept. */
    public void revoke(AccessClaims claims) {
        if (sessions.revokeToken(claims.session(), claims.tokenId(), claims.expiresAt())) {
            revocations.apply(new Revocation.OfToken(claims.tokenId()));
            shared.announce();
        } else {
            end(claims.session());
        }
    }

    /** All that was ever issued to anybody. */
    public void endEverybodys() {
        revocations.apply(new Revocation.OfEverybody(users.beginEpochOfEverybody()));
        shared.announce();
    }

    /** After the account was changed in the store. */
    void changed(User user) {
        revocations.apply(new Revocation.OfAccount(user.id(), user.authority()));
        shared.announce();
    }
}
