package lyceum.e2e.coherence;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import lyceum.e2e.Client.Reply;
import lyceum.e2e.coherence.Operation.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Changes the courses that are its own, by a schedule, each time through another instance, and only over the version
 * that it knows. After a failure it does not know which that is, and the next change of that course goes over any.
 */
final class Writer implements Runnable {

    private static final Duration PACE = Duration.ofMillis(40);

    private final Cluster cluster;
    private final List<Integer> own;
    private final AtomicInteger lastWritten;
    private final History.Log log;
    private final BooleanSupplier over;
    private final Random random;
    private final Map<Integer, String> tags = new HashMap<>();

    Writer(Cluster cluster, List<Integer> own, AtomicInteger lastWritten, History.Log log, BooleanSupplier over,
            long seed) {
        this.cluster = cluster;
        this.own = own;
        this.lastWritten = lastWritten;
        this.log = log;
        this.over = over;
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        var schedule = new Schedule();
        while (!over.getAsBoolean()) {
            var open = cluster.instances().stream().filter(it -> it.admits(Kind.WRITE)).toList();
            var key = own.get(random.nextInt(own.size()));
            log.add(write(open.get(random.nextInt(open.size())), key));
            lastWritten.set(key);
            schedule.next(PACE);
        }
    }

    private Operation write(Instance instance, int key) {
        var start = System.nanoTime();
        try {
            var reply = change(cluster, instance, key, tags.remove(key));
            var end = System.nanoTime();
            if (reply.status() == 200) {
                tags.put(key, reply.header("ETag"));
                return Operation.write(instance.number(), key, Reading.version(reply), start, end);
            }
            return failed(instance, key, start, reply.status() + " " + reply.text());
        } catch (RuntimeException failure) {
            return failed(instance, key, start, failure.toString());
        }
    }

    private static Operation failed(Instance instance, int key, long start, String failure) {
        return Operation.failed(Kind.WRITE, instance.number(), key, start, System.nanoTime(), failure);
    }

    /** A title that no version had before. */
    static Reply change(Cluster cluster, Instance instance, int key, @Nullable String tag) {
        var title = "{\"title\":\"Course %d at %d\"}".formatted(key, System.nanoTime());
        return tag == null
                ? cluster.admin(instance).json("PATCH", cluster.path(key), title)
                : cluster.admin(instance).json("PATCH", cluster.path(key), title, "If-Match", tag);
    }
}
