package lyceum.fake;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.TokenStore;
import org.jspecify.annotations.Nullable;

/** Sessions in a map. All processes may share one. */
public final class InMemoryTokenStore implements TokenStore {

    private final InstantSource clock;
    private final Map<SessionId, Kept> kept = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean away;

    /** @param session none if it was ended */
    private record Kept(@Nullable Session session, Instant until) {}

    public InMemoryTokenStore(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on it cannot be asked, until it can again; then listeners are called, for they may have missed something. */
    public void away(boolean away) {
        this.away = away;
        if (!away) {
            listeners.forEach(Runnable::run);
        }
    }

    /** Everything it kept is gone. */
    public synchronized void loseEverything() {
        kept.clear();
    }

    @Override
    public synchronized void save(Session session) {
        present();
        var known = known(session.id());
        if (known == null) {
            keep(session);
        } else if (known.session != null) {
            keep(later(session, known.session.lastSeenAt()));
        }
    }

    @Override
    public synchronized Optional<Session> find(SessionId id) {
        present();
        return Optional.ofNullable(known(id)).map(Kept::session);
    }

    @Override
    public synchronized void touch(Map<SessionId, Instant> seen) {
        present();
        seen.forEach((id, moment) -> find(id).ifPresent(session -> keep(later(session, moment))));
    }

    @Override
    public synchronized void end(SessionId id) {
        present();
        kept.put(id, new Kept(null, clock.instant().plus(LIFE)));
    }

    @Override
    public void announce() {
        present();
        listeners.forEach(Runnable::run);
    }

    @Override
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    private void present() {
        if (away) {
            throw new AccountsUnavailable(new IllegalStateException("away"));
        }
    }

    private @Nullable Kept known(SessionId id) {
        var known = kept.get(id);
        return known != null && clock.instant().isBefore(known.until) ? known : null;
    }

    private void keep(Session session) {
        var longest = clock.instant().plus(LIFE);
        var until = session.expiresAt().isBefore(longest) ? session.expiresAt() : longest;
        kept.put(session.id(), new Kept(session, until));
    }

    private static Session later(Session session, Instant seen) {
        return seen.isAfter(session.lastSeenAt()) ? session.seenAt(seen) : session;
    }
}
