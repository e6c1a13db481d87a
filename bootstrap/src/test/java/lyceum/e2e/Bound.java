package lyceum.e2e;

import java.time.Duration;

/** {@code LYCEUM_STALENESS_BOUND}, as it is unless set. */
final class Bound {

    static final Duration STALENESS = Duration.ofSeconds(2);

    private Bound() {}

    /**
     * How often what was loaded may have ceased to count since then, if this machine stood still: mostly 0.
     *
     * @param begun a {@link System#nanoTime}
     */
    static long timesSince(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).dividedBy(STALENESS);
    }
}
