package lyceum.simulation;

import java.util.ArrayList;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import lyceum.domain.cache.Mechanism;

/**
 * Runs the schedules of consecutive seeds on all processors until one of them violates something. Each run is one thread's
 * alone; the answer is the smallest such seed, whoever comes to it first.
 */
final class Campaign {

    private final Set<Mechanism> off;
    private final long from;
    private final long to;
    private final AtomicLong next;
    private final AtomicLong failed;
    private final LongAdder schedules = new LongAdder();
    private final LongAdder reads = new LongAdder();
    private final Map<String, LongAdder> actions = new ConcurrentHashMap<>();

    Campaign(Set<Mechanism> off, long from, long count) {
        this.off = off;
        this.from = from;
        this.to = from + count;
        this.next = new AtomicLong(from);
        this.failed = new AtomicLong(to);
    }

    /** The first seed whose schedule violates an invariant. */
    OptionalLong run() throws InterruptedException, ExecutionException {
        var processors = Runtime.getRuntime().availableProcessors();
        try (var threads = Executors.newFixedThreadPool(processors)) {
            var workers = new ArrayList<Future<?>>();
            for (var i = 0; i < processors; i++) {
                workers.add(threads.submit(this::work));
            }
            for (var worker : workers) {
                worker.get();
            }
        }
        return failed.get() == to ? OptionalLong.empty() : OptionalLong.of(failed.get());
    }

    private void work() {
        for (var seed = next.getAndIncrement(); seed < failed.get(); seed = next.getAndIncrement()) {
            var schedule = Generator.of(seed);
            var outcome = Run.of(schedule, off);
            schedules.increment();
            reads.add(outcome.reads());
            schedule.steps().forEach(step -> actions
                    .computeIfAbsent(step.action().getClass().getSimpleName(), _ -> new LongAdder())
                    .increment());
            if (outcome.violation() != null) {
                failed.accumulateAndGet(seed, Math::min);
            }
        }
    }

    long schedules() {
        return schedules.sum();
    }

    String summary(double seconds) {
        return "%,d schedules (seeds %d to %d) in %.0f s, %,d reads judged; actions: %s".formatted(
                schedules.sum(), from, to - 1, seconds, reads.sum(), new TreeMap<>(actions));
    }
}
