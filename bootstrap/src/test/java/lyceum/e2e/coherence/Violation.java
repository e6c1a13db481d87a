package lyceum.e2e.coherence;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A promise that was broken.
 *
 * @param operations those concerned: first the one that broke it, then the one that shows it
 */
record Violation(Invariant invariant, List<Operation> operations, String detail) {

    static Violation of(Invariant invariant, Operation broken, Operation shown) {
        return new Violation(invariant, List.of(broken, shown), "");
    }

    String describe(long origin) {
        return operations.stream()
                .map(operation -> "\n    " + operation.describe(origin))
                .collect(Collectors.joining("", invariant.promise() + (detail.isEmpty() ? "" : ": " + detail), ""));
    }
}
