package lyceum.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lyceum.domain.cache.Mechanism;

/**
 * Looks for a shorter schedule that violates the same invariant: takes parts out as long as it still does (Zeller, Hildebrandt:
 * Simplifying and Isolating Failure-Inducing Input, TSE 2002), larger parts first, and tries fewer instances.
 */
final class Shrinker {

    /** So that nobody waits for long. */
    private static final int MOST_RUNS = 3_000;

    private final Invariant invariant;
    private final Set<Mechanism> off;
    private Schedule best;
    private int runs;

    private Shrinker(Schedule schedule, Invariant invariant, Set<Mechanism> off) {
        this.best = schedule;
        this.invariant = invariant;
        this.off = off;
    }

    static Schedule shrink(Schedule schedule, Invariant invariant, Set<Mechanism> off) {
        var shrinker = new Shrinker(schedule, invariant, off);
        var shorter = true;
        while (shorter) {
            shorter = shrinker.withoutParts();
            shorter |= shrinker.withFewerInstances();
        }
        return shrinker.best;
    }

    private boolean withoutParts() {
        var before = best.steps().size();
        for (var size = before; size >= 1; size /= 2) {
            for (var from = 0; from < best.steps().size();) {
                from += tries(without(from, size)) ? 0 : size;
            }
        }
        return best.steps().size() < before;
    }

    private Schedule without(int from, int size) {
        List<Schedule.Step> fewer = new ArrayList<>(best.steps().subList(0, from));
        fewer.addAll(best.steps().subList(Math.min(from + size, best.steps().size()), best.steps().size()));
        return best.withSteps(fewer);
    }

    private boolean withFewerInstances() {
        var instances = best.settings().instances();
        return instances > 1 && tries(best.withSettings(best.settings().withInstances(instances - 1)));
    }

    private boolean tries(Schedule shorter) {
        if (runs++ >= MOST_RUNS) {
            return false;
        }
        var violation = Run.of(shorter, off).violation();
        var still = violation != null && violation.invariant() == invariant;
        if (still) {
            best = shorter;
        }
        return still;
    }
}
