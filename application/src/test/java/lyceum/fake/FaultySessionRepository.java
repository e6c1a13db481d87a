package lyceum.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Family;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.UserId;

/** Sessions whose methods fail or wait as a test says, and are counted. A caller that is held waits on its own thread. */
public final class FaultySessionRepository implements SessionRepository {

    public enum Operation {
        INSERT,
        FIND,
        STANDS,
        OF,
        FAMILY,
        ROTATE,
        ANSWERED,
        END,
        REVOKE_TOKEN,
        TOUCH
    }

    private final SessionRepository sessions;
    private final Faults<Operation> faults = new Faults<>(
            Operation.class,
            operation -> new AccountsUnavailable(new IllegalStateException("injected at " + operation)));

    private final Map<SessionId, Optional<Family>> settled = new ConcurrentHashMap<>();
    private volatile boolean lagging;

    public FaultySessionRepository(SessionRepository sessions) {
        this.sessions = sessions;
    }

    /** From now on, or no longer, families are shown as they were first asked for: what came after is not settled. */
    public void lag(boolean lags) {
        lagging = lags;
        settled.clear();
    }

    /** What the test programs. */
    public Faults<Operation> faults() {
        return faults;
    }

    @Override
    public void insert(Session session, Grant first) {
        faults.run(Operation.INSERT, () -> sessions.insert(session, first));
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return faults.ask(Operation.FIND, () -> sessions.find(id));
    }

    @Override
    public boolean stands(SessionId id, String accessTokenId) {
        return faults.ask(Operation.STANDS, () -> sessions.stands(id, accessTokenId));
    }

    @Override
    public List<Session> of(UserId user, Instant now) {
        return faults.ask(Operation.OF, () -> sessions.of(user, now));
    }

    @Override
    public Optional<Family> family(SessionId id) {
        return faults.ask(Operation.FAMILY,
                () -> lagging ? settled.computeIfAbsent(id, sessions::family) : sessions.family(id));
    }

    @Override
    public boolean rotate(SessionId id, String refreshTokenHash, Grant next) {
        return faults.ask(Operation.ROTATE, () -> sessions.rotate(id, refreshTokenHash, next));
    }

    @Override
    public void answered(SessionId id, String refreshTokenHash, Instant at) {
        faults.run(Operation.ANSWERED, () -> sessions.answered(id, refreshTokenHash, at));
    }

    @Override
    public boolean end(SessionId id) {
        return faults.ask(Operation.END, () -> sessions.end(id));
    }

    @Override
    public boolean revokeToken(SessionId id, String accessTokenId, Instant expiresAt) {
        return faults.ask(Operation.REVOKE_TOKEN, () -> sessions.revokeToken(id, accessTokenId, expiresAt));
    }

    @Override
    public void touch(Map<SessionId, Instant> seen) {
        faults.run(Operation.TOUCH, () -> sessions.touch(seen));
    }
}
