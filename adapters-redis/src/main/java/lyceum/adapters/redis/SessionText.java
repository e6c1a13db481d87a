package lyceum.adapters.redis;

import java.time.Instant;
import java.util.Optional;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.UserId;

/**
 * How a session is written: the release of this form, when it was last seen and when it expires, which is what {@code session.lua}
 * reads, then user, both epochs, when it began, and the client. Moments are milliseconds since 1970.
 */
final class SessionText {

    static final String ENDED = "ended";

    private static final String RELEASE = "1";
    private static final int PARTS = 8;

    private SessionText() {}

    static String seen(Session session) {
        return Long.toString(session.lastSeenAt().toEpochMilli());
    }

    /** What follows the moment at which it was last seen. */
    static String rest(Session session) {
        return session.expiresAt().toEpochMilli() + " " + session.user() + " " + session.epoch().account() + " "
                + session.epoch().everybody() + " " + session.createdAt().toEpochMilli() + " " + session.client();
    }

    /** Empty if it is none, or of another release. */
    static Optional<Session> read(SessionId id, String text) {
        var parts = text.split(" ", PARTS);
        if (parts.length < PARTS || !parts[0].equals(RELEASE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Session(
                    id,
                    new UserId(parts[3]),
                    new Epoch(Long.parseLong(parts[4]), Long.parseLong(parts[5])),
                    parts[7],
                    moment(parts[6]),
                    moment(parts[1]),
                    moment(parts[2])));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Instant moment(String millis) {
        return Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
