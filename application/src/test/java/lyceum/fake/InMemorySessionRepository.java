package lyceum.fake;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.domain.identity.Family;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.Revocation;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.UserId;

/** Sessions in a map; those that have ended are not in it. */
public final class InMemorySessionRepository implements SessionRepository {

    private final Map<SessionId, Family> families = new HashMap<>();
    /** When those of a session expire. */
    private final Map<SessionId, Map<String, Instant>> revoked = new HashMap<>();
    private final List<Revocation> revocations = new ArrayList<>();

    @Override
    public synchronized void insert(Session session, Grant first) {
        families.put(session.id(), new Family(session, first));
    }

    @Override
    public synchronized Optional<Session> find(SessionId id) {
        return family(id).map(Family::session);
    }

    @Override
    public synchronized boolean stands(SessionId id, String accessTokenId) {
        return families.containsKey(id) && !revoked(id).containsKey(accessTokenId);
    }

    @Override
    public synchronized List<Session> of(UserId user, Instant now) {
        return families.values().stream()
                .map(Family::session)
                .filter(session -> session.user().equals(user) && !session.expiresAt().isBefore(now))
                .sorted(comparing(Session::lastSeenAt).reversed())
                .limit(100)
                .toList();
    }

    @Override
    public synchronized Optional<Family> family(SessionId id) {
        return Optional.ofNullable(families.get(id));
    }

    @Override
    public synchronized boolean rotate(SessionId id, String refreshTokenHash, Grant next) {
        var family = families.get(id);
        if (family == null || !family.current().refreshTokenHash().equals(refreshTokenHash)) {
            return false;
        }
        families.put(id, new Family(seen(family.session(), next.issuedAt()), next));
        revoked(id).values().removeIf(expiry -> expiry.isBefore(next.issuedAt().minus(SLACK)));
        return true;
    }

    @Override
    public synchronized void answered(SessionId id, String refreshTokenHash, Instant at) {
        families.computeIfPresent(id, (_, family) -> {
            var grant = family.current();
            var isFirst = grant.answeredAt() == null || at.isBefore(grant.answeredAt());
            return grant.refreshTokenHash().equals(refreshTokenHash) && isFirst
                    ? new Family(family.session(), grant.answered(at))
                    : family;
        });
    }

    @Override
    public synchronized boolean end(SessionId id) {
        revoked.remove(id);
        return families.remove(id) != null && revocations.add(new Revocation.OfSession(id));
    }

    @Override
    public synchronized boolean revokeToken(SessionId id, String accessTokenId, Instant expiresAt) {
        if (!stands(id, accessTokenId)) {
            return true;
        }
        if (revoked(id).size() == MOST_REVOKED) {
            return false;
        }
        revoked(id).put(accessTokenId, expiresAt);
        return revocations.add(new Revocation.OfToken(accessTokenId));
    }

    private Map<String, Instant> revoked(SessionId id) {
        return revoked.computeIfAbsent(id, _ -> new HashMap<>());
    }

    @Override
    public synchronized void touch(Map<SessionId, Instant> seen) {
        seen.forEach((id, moment) -> families.computeIfPresent(
                id, (_, family) -> new Family(seen(family.session(), moment), family.current())));
    }

    private static Session seen(Session session, Instant moment) {
        return moment.isAfter(session.lastSeenAt()) ? session.seenAt(moment) : session;
    }

    /** Every session that was ended and every token that was revoked. */
    synchronized List<Revocation> revocations() {
        return List.copyOf(revocations);
    }
}
