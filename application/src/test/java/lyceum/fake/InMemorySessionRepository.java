package lyceum.fake;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.domain.identity.Family;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.Revocation;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.UserId;

/** Sessions in a map; those that have ended are not in it. */
public final class InMemorySessionRepository implements SessionRepository {

    private record TokenOf(SessionId session, String accessTokenId) {}

    private final Map<SessionId, Family> families = new HashMap<>();
    private final Set<TokenOf> revoked = new HashSet<>();
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
        return families.containsKey(id) && !revoked.contains(new TokenOf(id, accessTokenId));
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
        return true;
    }

    @Override
    public synchronized boolean end(SessionId id) {
        return families.remove(id) != null && revocations.add(new Revocation.OfSession(id));
    }

    @Override
    public synchronized void revokeToken(SessionId id, String accessTokenId) {
        if (families.containsKey(id)) {
            revoked.add(new TokenOf(id, accessTokenId));
            revocations.add(new Revocation.OfToken(accessTokenId));
        }
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
