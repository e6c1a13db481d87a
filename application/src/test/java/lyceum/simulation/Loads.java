package lyceum.simulation;

import java.util.ArrayList;
import java.util.List;

/**
 * Watches, while nothing is wrong, that the cluster loads no key twice at a time (I5). After a write or an invalidation a
 * load that began before is of no use, so for a while there may be another.
 */
final class Loads {

    /** Until what was told of a write has long arrived everywhere, by the feed as well. */
    private static final long AFTERMATH = 1_500_000;

    /** When a cluster starts, the first confirmations end what was held before. */
    private static final long START = 1_000_000;

    record Load(Host host, int key, long began) {}

    private final Scheduler scheduler;
    private final Verdict verdict;
    private final boolean calm;
    private final List<Load> under = new ArrayList<>();
    private final long[] disturbedUntil = new long[Catalogue.KEYS];

    Loads(Scheduler scheduler, Verdict verdict, boolean calm) {
        this.scheduler = scheduler;
        this.verdict = verdict;
        this.calm = calm;
    }

    Load began(Host host, int key) {
        var load = new Load(host, key, scheduler.now());
        for (var other : under) {
            if (calm && other.key() == key && other.began() > Math.max(START, disturbedUntil[key])) {
                verdict.violated(Invariant.I5_ONE_LOAD,
                        host + " and " + other.host() + " load " + Catalogue.name(key));
            }
        }
        under.add(load);
        return load;
    }

    void ended(Load load) {
        under.remove(load);
    }

    /** Something makes what is cached under the key obsolete. */
    void disturbed(int key) {
        disturbedUntil[key] = scheduler.now() + AFTERMATH;
    }
}
