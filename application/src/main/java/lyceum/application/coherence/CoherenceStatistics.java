package lyceum.application.coherence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** How well the tiers of this process kept in step. */
public final class CoherenceStatistics {

    /** Upper limits of the histogram's buckets, in milliseconds; above the last is one bucket more. */
    public static final List<Long> LAG_BUCKETS =
            LongStream.of(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000).boxed().toList();

    /**
     * @param boundMillis how old an answer that is not marked stale may be
     * @param lag how many changes were applied here within each bucket's time after they were announced, not cumulated
     * @param largestLagMillis of all
     * @param gaps how often records of the log were missing
     * @param logFailures how often the log could not be read
     * @param feedFailures how often the store could not be asked for changes
     * @param feedGaps how often changes of the store may have been missed
     * @param revocationFailures how often the store could not be asked what was revoked
     * @param epochs how often the shared tier was cleared as a whole or had lost its state
     * @param suspectMillis for how long the near tiers were not believed
     * @param sinceConfirmedMillis since when nothing was confirmed; -1 before the first time
     * @param audited how many entries were compared with the source
     * @param disagreements how many of them differed for longer than the bound
     */
    public record Report(
            long boundMillis,
            List<Long> lag,
            long largestLagMillis,
            long gaps,
            long logFailures,
            long feedFailures,
            long feedGaps,
            long revocationFailures,
            long epochs,
            long suspectMillis,
            long sinceConfirmedMillis,
            long audited,
            long disagreements) {}

    private final long boundMillis;
    private final LongAdder[] lag = IntStream.rangeClosed(0, LAG_BUCKETS.size())
            .mapToObj(_ -> new LongAdder())
            .toArray(LongAdder[]::new);
    private final AtomicLong largestLag = new AtomicLong();
    private final LongAdder gaps = new LongAdder();
    private final LongAdder logFailures = new LongAdder();
    private final LongAdder feedFailures = new LongAdder();
    private final LongAdder feedGaps = new LongAdder();
    private final LongAdder revocationFailures = new LongAdder();
    private final LongAdder epochs = new LongAdder();
    private final LongAdder suspect = new LongAdder();
    private final LongAdder audited = new LongAdder();
    private final LongAdder disagreements = new LongAdder();
    private final AtomicLong lastConfirmed = new AtomicLong(-1);

    public CoherenceStatistics(Duration bound) {
        this.boundMillis = bound.toMillis();
    }

    void lagged(long millis) {
        var bucket = 0;
        while (bucket < LAG_BUCKETS.size() && millis > LAG_BUCKETS.get(bucket)) {
            bucket++;
        }
        lag[bucket].increment();
        largestLag.accumulateAndGet(millis, Math::max);
    }

    /** @param expected whether it is only the beginning */
    void gap(boolean expected) {
        if (!expected) {
            gaps.increment();
        }
    }

    void logFailed() {
        logFailures.increment();
    }

    void feedRead(boolean well) {
        if (!well) {
            feedFailures.increment();
        }
    }

    void feedGap() {
        feedGaps.increment();
    }

    public void revocationsFailed() {
        revocationFailures.increment();
    }

    void cleared() {
        epochs.increment();
    }

    void confirmed(long now) {
        var before = lastConfirmed.getAndAccumulate(now, Math::max);
        if (before >= 0) {
            suspect.add(Math.max(0, now - before - boundMillis));
        }
    }

    void audited(boolean agreed) {
        audited.increment();
        if (!agreed) {
            disagreements.increment();
        }
    }

    public Report report(long now) {
        var buckets = new ArrayList<Long>();
        for (var bucket : lag) {
            buckets.add(bucket.sum());
        }
        var last = lastConfirmed.get();
        var since = last < 0 ? -1 : Math.max(0, now - last);
        return new Report(
                boundMillis,
                List.copyOf(buckets),
                largestLag.get(),
                gaps.sum(),
                logFailures.sum(),
                feedFailures.sum(),
                feedGaps.sum(),
                revocationFailures.sum(),
                epochs.sum(),
                suspect.sum() + Math.max(0, since - boundMillis),
                since,
                audited.sum(),
                disagreements.sum());
    }
}
