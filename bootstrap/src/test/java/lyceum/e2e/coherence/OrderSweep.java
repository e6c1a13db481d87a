package lyceum.e2e.coherence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * I1 to I4 for one key. Reads are visited in the order in which they start. Before each, a cursor over the same
 * operations in the order in which they end takes in what had ended by then, and a second one, B behind, takes in the
 * writes that everybody must know of.
 */
final class OrderSweep {

    private final List<Operation> byEnd;
    private final long bound;
    private final Map<Integer, Known> instances = new HashMap<>();
    private final List<Violation> violations = new ArrayList<>();
    private int ended;
    private int due;
    private long steps;

    OrderSweep(Collection<Operation> ofOneKey, Duration bound) {
        this.byEnd = ofOneKey.stream().sorted(Comparator.comparingLong(Operation::end)).toList();
        this.bound = bound.toNanos();
        ofOneKey.stream()
                .filter(Operation::isRead)
                .sorted(Comparator.comparingLong(Operation::start))
                .forEach(this::visit);
    }

    List<Violation> violations() {
        return violations;
    }

    long steps() {
        return steps;
    }

    private void visit(Operation read) {
        for (; ended < byEnd.size() && byEnd.get(ended).end() < read.start(); ended++, steps++) {
            known(byEnd.get(ended)).took(byEnd.get(ended));
        }
        for (; due < byEnd.size() && byEnd.get(due).end() < read.start() - bound; due++, steps++) {
            known(byEnd.get(due)).owes(byEnd.get(due));
        }
        known(read).judge(read, violations);
        if (!read.stale()) {
            othersJudge(read);
        }
        steps++;
    }

    private void othersJudge(Operation read) {
        @Nullable
        Operation newest = null;
        for (var entry : instances.entrySet()) {
            var owed = entry.getValue().owed();
            if (owed != null && entry.getKey() != read.instance()
                    && (newest == null || newest.version() < owed.version())) {
                newest = owed;
            }
            steps++;
        }
        if (newest != null && read.version() < newest.version()) {
            violations.add(Violation.of(Invariant.I4, read, newest));
        }
    }

    private Known known(Operation operation) {
        return instances.computeIfAbsent(operation.instance(), _ -> new Known());
    }
}
