package lyceum.adapters.web.course;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The time that changes are dated with: in milliseconds, as it is stored and shown. */
@Singleton
final class Now {

    private final InstantSource clock;

    Now(InstantSource clock) {
        this.clock = clock;
    }

    Instant get() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
