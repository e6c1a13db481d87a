package lyceum.application.identity;

import java.time.Duration;
import lyceum.domain.identity.Attempts.Tally;

/** How long to wait after so many failures. */
final class Pauses {

    /** 1 s, 2 s, 4 s ... up to this. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Moments are read here and there, a round trip apart: whoever waited as long as they were told is not sent away again. */
    private static final Duration TOLERANCE = Duration.ofMillis(50);

    private Pauses() {}

    /** What is left of the pause after the last failure; zero if there is none. */
    static Duration left(Tally failures, long free) {
        if (failures.count() < free) {
            return Duration.ZERO;
        }
        var left = after(failures.count() - free).minus(failures.sinceLast());
        return left.compareTo(TOLERANCE) > 0 ? left : Duration.ZERO;
    }

    private static Duration after(long tooMany) {
        var pause = Duration.ofSeconds(1L << Math.min(tooMany, 6));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
