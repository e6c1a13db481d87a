package lyceum.domain.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What the processes of a cluster share about sessions beside the {@link SessionRepository}, which is the truth: quicker, and
 * only for as long as it lasts. It may lose anything at any time, so nothing is admitted on its word. Nothing in it signs anyone
 * in: no token, no hash, no address. Every method blocks, and throws {@link AccountsUnavailable} if it cannot be asked.
 */
public interface TokenStore {

    /** How long a session is kept after it was saved or touched, unless it expires before. */
    Duration LIFE = Duration.ofHours(24);

    /** A session that was ended stays ended, whoever saves it: they may have read it before. */
    void save(Session session);

    Optional<Session> find(SessionId id);

    /** Moves the moment at which it was last seen, never back, and keeps it for another {@link #LIFE}; what is not kept stays so. */
    void touch(Map<SessionId, Instant> seen);

    /** Keeps for {@link #LIFE} that it was ended. */
    void end(SessionId id);

    /** Tells every listener of every process, as soon as can be, that there is a revocation in the truth. It may be lost. */
    void announce();

    /** Calls from now on whenever something was announced by any process, this one too, or may have been missed. */
    void listen(Runnable listener);
}
