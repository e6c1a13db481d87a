package lyceum.e2e.coherence;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Reads from one place of the cluster by a schedule: in turn all courses, and in between the one that was written
 * last.
 */
final class Reader implements Runnable {

    private static final Duration PACE = Duration.ofMillis(2);

    private final Cluster cluster;
    private final int place;
    private final AtomicInteger lastWritten;
    private final Reading reading;
    private final BooleanSupplier over;

    Reader(Cluster cluster, int place, AtomicInteger lastWritten, Reading reading, BooleanSupplier over) {
        this.cluster = cluster;
        this.place = place;
        this.lastWritten = lastWritten;
        this.reading = reading;
        this.over = over;
    }

    @Override
    public void run() {
        var schedule = new Schedule();
        for (var turn = 0; !over.getAsBoolean(); turn++) {
            var key = turn % 2 == 0 ? lastWritten.get() : turn / 2 % cluster.courses().size();
            var instance = cluster.instances().get(place);
            if (instance.admits(Operation.Kind.READ)) {
                reading.read(instance, key);
            }
            schedule.next(PACE);
        }
    }
}
