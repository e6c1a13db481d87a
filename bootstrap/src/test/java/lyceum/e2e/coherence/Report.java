package lyceum.e2e.coherence;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was found in a history.
 *
 * @param stale how many answers said that they may be out of date
 * @param steps how much work it was, sorting excepted
 */
record Report(List<Violation> violations, Lag lag, List<Operation> operations, long stale, long steps) {

    private static final int SHOWN = 5;

    List<Violation> of(Invariant... invariants) {
        var wanted = Set.of(invariants);
        return violations.stream().filter(violation -> wanted.contains(violation.invariant())).toList();
    }

    Set<Invariant> broken() {
        return counts().keySet();
    }

    Map<Invariant, Long> counts() {
        return violations.stream()
                .collect(Collectors.groupingBy(Violation::invariant, TreeMap::new, Collectors.counting()));
    }

    List<Operation> failures() {
        return operations.stream().filter(Operation::failed).toList();
    }

    private long origin() {
        return operations.stream().mapToLong(Operation::start).min().orElse(0);
    }

    double slowestReadMillis() {
        return operations.stream().filter(Operation::isRead).mapToLong(it -> it.end() - it.start()).max().orElse(0)
                / 1e6;
    }

    /** The first few, with times since the first operation of all. */
    String describe(List<Operation> some) {
        return some.isEmpty()
                ? ""
                : some.stream()
                        .limit(SHOWN)
                        .map(operation -> "\n    " + operation.describe(origin()))
                        .collect(joining("", some.size() + " operations:", ""));
    }

    /** The first few of each kind, with times since the first operation. */
    String describe() {
        var origin = origin();
        return counts().entrySet().stream()
                .map(count -> count.getKey() + " was broken " + count.getValue() + " times\n"
                        + of(count.getKey()).stream()
                                .limit(SHOWN)
                                .map(violation -> "  " + violation.describe(origin))
                                .collect(joining("\n")))
                .collect(joining("\n"));
    }
}
