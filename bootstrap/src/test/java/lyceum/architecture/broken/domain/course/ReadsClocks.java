package lyceum.architecture.broken.domain.course;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;

@SuppressWarnings("JavaUtilDate")
final class ReadsClocks {

    private ReadsClocks() {}

    static List<Object> all(ZoneId zone) {
        Supplier<Instant> byReference = Instant::now;
        return List.of(
                byReference,
                LocalDate.now(zone),
                Clock.systemUTC(),
                InstantSource.system(),
                System.currentTimeMillis(),
                System.nanoTime(),
                new Date(),
                Calendar.getInstance());
    }

    /** Not forbidden: who asks was handed the clock. */
    static LocalDate today(Clock clock) {
        return LocalDate.now(clock);
    }
}
