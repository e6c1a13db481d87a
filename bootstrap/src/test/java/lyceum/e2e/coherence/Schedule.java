package lyceum.e2e.coherence;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Moments at which something is to happen. Whoever comes late to one is not made to hurry for the next. */
public final class Schedule {

    private long due = System.nanoTime();

    /** Waits until so long after the moment before. */
    void next(Duration after) {
        due = Math.max(due + after.toNanos(), System.nanoTime() - after.toNanos());
        for (long left; (left = due - System.nanoTime()) > 0;) {
            LockSupport.parkNanos(left);
        }
    }

    public static void pass(Duration time) {
        new Schedule().next(time);
    }
}
