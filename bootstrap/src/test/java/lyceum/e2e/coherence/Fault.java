package lyceum.e2e.coherence;

import java.time.Duration;

/**
 * One thing that goes wrong and is put right again.
 *
 * @param brief how long it lasts in the normal build
 * @param full how long when there is time
 */
record Fault(String name, Duration brief, Duration full, Step begin, Step end) {

    interface Step {

        void take(Cluster cluster, Traffic traffic);
    }

    static Fault lasting(String name, int seconds, Step begin, Step end) {
        return new Fault(name, Duration.ofSeconds(seconds), Duration.ofSeconds(seconds), begin, end);
    }

    Fault atFullLength(int seconds) {
        return new Fault(name, brief, Duration.ofSeconds(seconds), begin, end);
    }

    Duration duration(boolean inFull) {
        return inFull ? full : brief;
    }

    @Override
    public String toString() {
        return name;
    }
}
