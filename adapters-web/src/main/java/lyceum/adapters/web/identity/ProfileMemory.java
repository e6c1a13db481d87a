package lyceum.adapters.web.identity;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReferenceArray;
import lyceum.application.identity.ReadProfile.Profile;
import lyceum.application.identity.Standing;
import lyceum.domain.identity.SessionId;
import org.jspecify.annotations.Nullable;

/**
 * The last answers about profiles, a bounded number of them: each session has one place, which it may have to leave to another.
 * An answer stands until its account is known to have changed, and for half a minute, lest a change that no program tells of
 * is never seen.
 */
@Singleton
final class ProfileMemory {

    private static final int PLACES = 8_192;
    private static final Duration LIFE = Duration.ofSeconds(30);

    /** No record, which would show what it holds. */
    private static final class Kept {

        final SessionId session;
        final long version;
        final long until;
        final byte[] body;

        Kept(SessionId session, long version, long until, byte[] body) {
            this.session = session;
            this.version = version;
            this.until = until;
            this.body = body;
        }
    }

    private final AtomicReferenceArray<@Nullable Kept> places = new AtomicReferenceArray<>(PLACES);
    private final Standing standing;
    private final InstantSource clock;

    ProfileMemory(Standing standing, InstantSource clock) {
        this.standing = standing;
        this.clock = clock;
    }

    byte @Nullable [] find(Bearer bearer) {
        var session = bearer.claims().session();
        var kept = places.get(place(session));
        return kept != null
                && kept.session.equals(session)
                && clock.millis() < kept.until
                && standing.version(bearer.actor().id()) <= kept.version
                        ? kept.body
                        : null;
    }

    void keep(Profile profile, byte[] body) {
        var session = profile.session().id();
        var until = clock.millis() + LIFE.toMillis();
        places.set(place(session), new Kept(session, profile.user().version(), until, body));
    }

    private static int place(SessionId session) {
        var hash = session.value().hashCode();
        return (hash ^ hash >>> 16) & PLACES - 1;
    }
}
