package lyceum.e2e.coherence;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;

/**
 * Traffic, in the middle of it a fault, and what became of the promises.
 *
 * @param report of all operations, with a last look at everything more than B after the last write
 * @param diverged what that last look saw that is not what the database holds
 * @param loads how often the instances read a course from the database, a restarted one since its start
 */
record Run(Fault fault, Report report, List<Operation> diverged, List<Operation> unexplained, long loads) {

    static final Duration B = Duration.ofSeconds(2);
    static final Duration LEASE_WINDOW = Duration.ofSeconds(5);

    private static final int ENOUGH = 1_000;
    private static final double HEALTHY_LAG_MILLIS = 20;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration BEFORE = Duration.ofMillis(1_500);
    private static final Duration AFTER = Duration.ofSeconds(3);
    private static final Duration QUIET = B.plusMillis(50);

    /** Not measured: a process that has just been started compiles more than it serves. */
    static void warmUp(Cluster cluster, long seed) {
        try (var _ = new Traffic(cluster, new History(), seed)) {
            Schedule.pass(WARM_UP);
        }
    }

    static Run of(Cluster cluster, Fault fault, boolean inFull, long seed) {
        var history = new History();
        var loads = new LoadCounter(cluster);
        try (var traffic = new Traffic(cluster, history, seed)) {
            Schedule.pass(BEFORE);
            fault.begin().take(cluster, traffic);
            Schedule.pass(fault.duration(inFull));
            fault.end().take(cluster, traffic);
            Schedule.pass(AFTER);
            traffic.stopWriting();
            Schedule.pass(QUIET);
            cluster.instances().forEach(instance -> traffic.readAll(instance).join());
        }
        return judged(cluster, fault, history.merged(), loads.until(allKeys(cluster)));
    }

    private static Run judged(Cluster cluster, Fault fault, List<Operation> operations, Loads loads) {
        var stored = allKeys(cluster).stream()
                .collect(Collectors.toMap(key -> key, key -> cluster.store().version(cluster.courses().get(key))));
        var counted = fault.equals(Faults.NONE) ? List.of(loads) : List.<Loads>of();
        var report = new Checker(B, LEASE_WINDOW).check(operations, counted, stored);
        var unexplained = report.failures().stream().filter(failed -> !cluster.explains(failed)).toList();
        return new Run(fault, report, diverged(cluster, operations, stored), unexplained, loads.count());
    }

    private static Set<Integer> allKeys(Cluster cluster) {
        return IntStream.range(0, cluster.courses().size()).boxed().collect(Collectors.toSet());
    }

    private static List<Operation> diverged(Cluster cluster, List<Operation> operations, Map<Integer, Long> stored) {
        var alive = cluster.instances().stream().map(Instance::number).collect(Collectors.toSet());
        return operations.stream()
                .filter(it -> it.isRead() && alive.contains(it.instance()))
                .collect(Collectors.groupingBy(it -> List.of(it.instance(), it.key()),
                        Collectors.maxBy(Comparator.comparingLong(Operation::start))))
                .values().stream()
                .flatMap(last -> last.stream())
                .filter(last -> !Objects.equals(last.version(), stored.get(last.key())))
                .toList();
    }

    void assertKept() {
        var softly = new SoftAssertions();
        softly.assertThat(report.operations()).hasSizeGreaterThan(ENOUGH);
        softly.assertThat(report.broken()).as(report.describe()).isEmpty();
        softly.assertThat(report.describe(unexplained)).as("failures").isEmpty();
        softly.assertThat(report.describe(diverged)).as("not as in the database at last").isEmpty();
        if (fault.equals(Faults.NONE)) {
            softly.assertThat(report.lag().millis(99)).as("healthy lag p99").isLessThan(HEALTHY_LAG_MILLIS);
        }
        softly.assertAll();
    }
}
