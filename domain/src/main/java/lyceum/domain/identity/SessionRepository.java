package lyceum.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The sessions, durably: whatever is told about one elsewhere is a copy. Every method is atomic, blocks, and throws {@link
 * AccountsUnavailable} if the store cannot be asked. What has been ended is never found again; expiry and epochs are the
 * caller's to compare, except that what expired long ago may be gone.
 */
public interface SessionRepository {

    /** How long what was ended or revoked is remembered: longer than any access token can be valid. */
    Duration MEMORY = Duration.ofHours(25);

    /** How many access tokens of one session can be revoked by themselves. */
    int MOST_REVOKED = 100;

    /** How long after its expiry a revoked access token is remembered at least: no two clocks are quite in step. */
    Duration SLACK = Duration.ofMinutes(1);

    void insert(Session session, Grant first);

    Optional<Session> find(SessionId id);

    /** Whether there is the session, not ended, and this token of it is not revoked. */
    boolean stands(SessionId id, String accessTokenId);

    /** Those of one user that do not end before the moment, the last seen first; at most 100. */
    List<Session> of(UserId user, Instant now);

    Optional<Family> family(SessionId id);

    /**
     * Puts the next grant in the place of the one whose refresh token has the hash, moves the moment at which the session was
     * last seen, and forgets revoked access tokens that had expired {@link #SLACK} before it. Answers false, changing nothing, if
     * that one is not current; of many who try, one succeeds.
     */
    boolean rotate(SessionId id, String refreshTokenHash, Grant next);

    /**
     * Notes when the tokens of the grant whose refresh token has the hash were handed out. Of several moments the earliest stays.
     * Changes nothing if that grant is not current.
     */
    void answered(SessionId id, String refreshTokenHash, Instant at);

    /** Answers whether there was such a session, and it had not been ended. */
    boolean end(SessionId id);

    /**
     * Revokes one access token, which expires at the moment; the session goes on. Answers false, changing nothing, if {@link
     * #MOST_REVOKED} others are: the session is to be ended then. Unknown sessions have no tokens to revoke.
     */
    boolean revokeToken(SessionId id, String accessTokenId, Instant expiresAt);

    /** Moves the moments at which sessions were last seen; never back, and not of what is ended. */
    void touch(Map<SessionId, Instant> seen);
}
