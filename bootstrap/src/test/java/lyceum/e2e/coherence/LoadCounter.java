package lyceum.e2e.coherence;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.e2e.Stats;

/** Counts from now on how often the instances of a cluster read courses from the database. */
final class LoadCounter {

    private final Cluster cluster;
    private final long start = System.nanoTime();
    private final Map<Integer, Long> before;

    LoadCounter(Cluster cluster) {
        this.cluster = cluster;
        this.before = counts();
    }

    private Map<Integer, Long> counts() {
        return cluster.instances().stream()
                .collect(Collectors.toMap(Instance::number,
                        instance -> Stats.number(instance.client(), "source", "course", "loads")));
    }

    /** What an instance did that has ended in between is not known. */
    Loads until(Set<Integer> keys) {
        var more = counts().entrySet().stream()
                .mapToLong(now -> now.getValue() - before.getOrDefault(now.getKey(), 0L))
                .sum();
        return new Loads(keys, start, System.nanoTime(), more);
    }
}
