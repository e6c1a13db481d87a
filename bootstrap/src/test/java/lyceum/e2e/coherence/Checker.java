package lyceum.e2e.coherence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finds broken promises in a history. Operations are put in order per key, which is the only thing that costs more
 * than linear time; then cursors go once from the first to the last.
 *
 * <p>A read that failed has seen nothing. A write that failed may have happened or not: what it wrote may be seen,
 * and need not be. An answer that says that it may be stale is exempt from I4 and from the lag, and from nothing
 * else.
 */
final class Checker {

    private final Duration bound;
    private final Duration leaseWindow;

    Checker(Duration bound, Duration leaseWindow) {
        this.bound = bound;
        this.leaseWindow = leaseWindow;
    }

    Report check(List<Operation> operations) {
        return check(operations, List.of(), Map.of());
    }

    /** @param stored the version of each key that is in the database in the end */
    Report check(List<Operation> operations, List<Loads> loads, Map<Integer, Long> stored) {
        var keys = operations.stream().filter(it -> !it.failed()).collect(Collectors.groupingBy(Operation::key));
        var orders = keys.values().stream().map(ofKey -> new OrderSweep(ofKey, bound)).toList();
        var lags = keys.values().stream().map(LagSweep::new).toList();
        var violations = new ArrayList<Violation>();
        orders.forEach(order -> violations.addAll(order.violations()));
        loads.forEach(counted -> violations.addAll(Excess.of(counted, operations, leaseWindow)));
        violations.addAll(lost(keys, stored));
        return new Report(
                violations,
                new Lag(lags.stream().flatMapToLong(LagSweep::samples)),
                operations,
                operations.stream().filter(Operation::stale).count(),
                orders.stream().mapToLong(OrderSweep::steps).sum() + lags.stream().mapToLong(LagSweep::steps).sum());
    }

    private static List<Violation> lost(Map<Integer, List<Operation>> keys, Map<Integer, Long> stored) {
        var lost = new ArrayList<Violation>();
        stored.forEach((key, version) -> keys.getOrDefault(key, List.of()).stream()
                .filter(Operation::isAcknowledged)
                .max(Comparator.comparingLong(Operation::version))
                .filter(last -> last.version() > version)
                .ifPresent(last -> lost.add(
                        new Violation(Invariant.I6, List.of(last), "version " + version + " is stored"))));
        return lost;
    }
}
