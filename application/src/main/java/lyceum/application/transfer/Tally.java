package lyceum.application.transfer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lyceum.application.transfer.Plan.Outcome;

/** Counts what became of the rows, and passes the rejected ones on, batch by batch in the order of their lines. */
final class Tally {

    private final Rejections rejections;
    private final InstantSource clock;
    private final Instant begun;
    private final List<Rejection> batch = new ArrayList<>();
    private long created;
    private long updated;
    private long unchanged;
    private long rejected;

    Tally(Rejections rejections, InstantSource clock) {
        this.rejections = rejections;
        this.clock = clock;
        this.begun = clock.instant();
    }

    void add(Outcome outcome) {
        switch (outcome) {
            case Outcome.Created() -> created++;
            case Outcome.Updated() -> updated++;
            case Outcome.Unchanged() -> {
                updated++;
                unchanged++;
            }
            case Outcome.Rejected(var rejection) -> reject(rejection);
        }
    }

    void reject(Rejection rejection) {
        batch.add(rejection);
    }

    void endBatch() {
        batch.sort(Comparator.comparingLong(Rejection::line));
        for (var rejection : batch) {
            rejections.add(rejection);
            rejected++;
        }
        batch.clear();
    }

    ImportReport report() {
        return new ImportReport(created, updated, unchanged, rejected, Duration.between(begun, clock.instant()));
    }
}
