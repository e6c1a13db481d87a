package lyceum.bootstrap;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * A clock that is never set back, for entries to count in: on one that is, they would grow younger. It counts what passes on
 * the machine's uptime, which stands still while the machine is suspended; so if the wall clock gets ahead by more than a
 * tenth of a second, that much has passed as well. Time that never was only makes entries older, which is safe. So a suspension
 * that is shorter than that is not noticed, for Java offers no clock that goes on meanwhile and is never set.
 */
final class MonotonicClock implements InstantSource {

    private static final long JUMP_MILLIS = 100;

    private final LongSupplier wallMillis;
    private final LongSupplier upNanos;

    /** What to add to the uptime; never falls. Written under the monitor, as is {@code ahead}. */
    private volatile long offset;

    /** By how much the wall clock was ahead of the uptime when last looked at. */
    private volatile long ahead;

    MonotonicClock() {
        this(System::currentTimeMillis, System::nanoTime);
    }

    MonotonicClock(LongSupplier wallMillis, LongSupplier upNanos) {
        this.wallMillis = wallMillis;
        this.upNanos = upNanos;
        this.ahead = wallMillis.getAsLong() - up();
        this.offset = ahead;
    }

    @Override
    public long millis() {
        if (Math.abs(wallMillis.getAsLong() - up() - ahead) > JUMP_MILLIS) {
            jumped();
        }
        return up() + offset;
    }

    private synchronized void jumped() {
        var nowAhead = wallMillis.getAsLong() - up();
        offset += Math.max(0, nowAhead - ahead);
        ahead = nowAhead;
    }

    private long up() {
        return TimeUnit.NANOSECONDS.toMillis(upNanos.getAsLong());
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }
}
