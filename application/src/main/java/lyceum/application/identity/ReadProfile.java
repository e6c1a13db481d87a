package lyceum.application.identity;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.identity.UserRepository;

/** What somebody may know about their own account. */
public final class ReadProfile {

    private final UserRepository users;
    private final SessionRepository sessions;
    private final SharedSessions shared;
    private final Presence presence;
    private final InstantSource clock;

    /** Somebody, and the session in which they ask. */
    public record Profile(User user, Session session) {}

    public ReadProfile(
            UserRepository users,
            SessionRepository sessions,
            SharedSessions shared,
            Presence presence,
            InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.shared = shared;
        this.presence = presence;
        this.clock = clock;
    }

    /** Empty if the account or the session is no more. */
    public Optional<Profile> of(AccessClaims claims) {
        return users.find(claims.user())
                .filter(User::isActive)
                .flatMap(user -> shared.find(claims.session()).map(session -> new Profile(user, session)));
    }

    /** Those that go on, the last seen first. */
    public List<Session> sessions(UserId id) {
        var everybody = users.epochOfEverybody();
        var now = clock.instant();
        return users.find(id).stream()
                .flatMap(user -> sessions.of(id, now).stream()
                        .filter(session -> session.standsAt(now, new Epoch(user.epoch(), everybody))))
                .map(presence::upToDate)
                .toList();
    }
}
