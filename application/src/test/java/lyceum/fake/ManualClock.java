package lyceum.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when a test says so. */
public final class ManualClock implements InstantSource {

    private final AtomicLong millis = new AtomicLong(
            Instant.parse("2026-01-01T00:00:00Z").toEpochMilli());

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public long millis() {
        return millis.get();
    }

    public void advance(Duration time) {
        millis.addAndGet(time.toMillis());
    }

    /** One that others have set to another time: it is behind by so much. */
    public static ManualClock behind(Duration time) {
        var clock = new ManualClock();
        clock.millis.addAndGet(-time.toMillis());
        return clock;
    }
}
