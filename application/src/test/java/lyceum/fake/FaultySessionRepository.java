package lyceum.fake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        END,
        REVOKE_TOKEN,
        TOUCH
    }

    private final SessionRepository sessions;
    private final Faults<Operation> faults = new Faults<>(
            Operation.class,
            operation -> new AccountsUnavailable(new IllegalStateException("injected at " + operation)));

    public FaultySessionRepository(SessionRepository sessions) {
        this.sessions = sessions;
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
        return faults.ask(Operation.FAMILY, () -> sessions.family(id));
    }

    @Override
    public boolean rotate(SessionId id, String refreshTokenHash, Grant next) {
        return faults.ask(Operation.ROTATE, () -> sessions.rotate(id, refreshTokenHash, next));
    }

    @Override
    public boolean end(SessionId id) {
        return faults.ask(Operation.END, () -> sessions.end(id));
    }

    @Override
    public void revokeToken(SessionId id, String accessTokenId) {
        faults.run(Operation.REVOKE_TOKEN, () -> sessions.revokeToken(id, accessTokenId));
    }

    @Override
    public void touch(Map<SessionId, Instant> seen) {
        faults.run(Operation.TOUCH, () -> sessions.touch(seen));
    }
}
