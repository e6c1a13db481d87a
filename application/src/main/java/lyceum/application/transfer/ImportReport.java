package lyceum.application.transfer;

import java.time.Duration;

/**
 * How far an import is, or how it ended. Every row counts once: as created, updated or rejected.
 *
 * @param unchanged those of the updated that were already as their row says
 */
public record ImportReport(long created, long updated, long unchanged, long rejected, Duration duration) {

    public static final ImportReport NOTHING = new ImportReport(0, 0, 0, 0, Duration.ZERO);

    public long rows() {
        return created + updated + rejected;
    }

    public long rowsPerSecond() {
        return rows() * 1000 / Math.max(1, duration.toMillis());
    }
}
