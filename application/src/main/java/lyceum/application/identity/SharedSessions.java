package lyceum.application.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.TokenStore;

/** The sessions that processes share, in front of the store. What cannot be shared is done without it. */
public final class SharedSessions {

    private final TokenStore shared;
    private final SessionRepository sessions;

    public SharedSessions(TokenStore shared, SessionRepository sessions) {
        this.shared = shared;
        this.sessions = sessions;
    }

    Optional<Session> find(SessionId id) {
        var kept = kept(id);
        if (kept.isPresent()) {
            return kept;
        }
        var found = sessions.find(id);
        found.ifPresent(this::save);
        return found;
    }

    private Optional<Session> kept(SessionId id) {
        try {
            return shared.find(id);
        } catch (AccountsUnavailable away) {
            return Optional.empty();
        }
    }

    void save(Session session) {
        ifPossible(() -> shared.save(session));
    }

    void touch(Map<SessionId, Instant> seen) {
        ifPossible(() -> shared.touch(seen));
    }

    /** After it was ended in the store: all processes learn of it soon. */
    void ended(SessionId id) {
        ifPossible(() -> {
            shared.end(id);
            shared.announce();
        });
    }

    /** After something else was revoked in the store. */
    void announce() {
        ifPossible(shared::announce);
    }

    private static void ifPossible(Runnable work) {
        try {
            work.run();
        } catch (AccountsUnavailable away) {
            // The store has it, which is what everybody goes by.
        }
    }
}
