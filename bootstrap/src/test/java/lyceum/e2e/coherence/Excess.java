package lyceum.e2e.coherence;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** I5: one load per key and lease window, and one more for each write, which ends the lease that stands. */
final class Excess {

    private Excess() {}

    static List<Violation> of(Loads loads, List<Operation> operations, Duration leaseWindow) {
        var writes = operations.stream()
                .filter(it -> it.kind() == Operation.Kind.WRITE && loads.keys().contains(it.key()))
                .filter(it -> it.start() <= loads.end() && it.end() >= loads.start())
                .count();
        var windows = 1 + (loads.end() - loads.start()) / leaseWindow.toNanos();
        var allowed = loads.keys().size() * windows + writes;
        return Optional.of(loads)
                .filter(it -> it.count() > allowed)
                .map(it -> new Violation(Invariant.I5, List.of(), it.count() + " loads, allowed are " + allowed))
                .stream()
                .toList();
    }
}
