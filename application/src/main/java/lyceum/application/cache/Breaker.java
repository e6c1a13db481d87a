package lyceum.application.cache;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A circuit breaker: after a run of failures nothing is let through for a while, then one caller at a time to try.
 *
 * <p>Closed while {@code openUntil} is 0. The one who moves {@code openUntil} forward by compare-and-set is the one who
 * tries, so a trial that never reports back only delays the next.
 */
final class Breaker {

    /** After so many pauses without a trial. */
    private static final int FORGETTING = 4;

    private final int tolerated;
    private final long pauseMillis;
    private final InstantSource clock;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong openUntil = new AtomicLong();

    Breaker(int tolerated, Duration pause, InstantSource clock) {
        this.tolerated = tolerated;
        this.pauseMillis = pause.toMillis();
        this.clock = clock;
    }

    boolean admits() {
        var until = openUntil.get();
        if (until == 0) {
            return true;
        }
        var now = clock.millis();
        if (now - until >= FORGETTING * pauseMillis) {
            forget(until);
            return true;
        }
        return now >= until && openUntil.compareAndSet(until, now + pauseMillis);
    }

    /** Nobody has tried for long. Whoever comes now, and there may be many, is not turned away for what was then. */
    private void forget(long until) {
        if (openUntil.compareAndSet(until, 0)) {
            failures.set(tolerated - 1);
        }
    }

    boolean open() {
        return openUntil.get() != 0;
    }

    void succeeded() {
        if (failures.get() != 0) {
            failures.set(0);
        }
        if (openUntil.get() != 0) {
            openUntil.set(0);
        }
    }

    void failed() {
        if (failures.incrementAndGet() >= tolerated) {
            openUntil.set(clock.millis() + pauseMillis);
        }
    }
}
