package lyceum.e2e.coherence;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One instance after the other is replaced by one whose schema is another, under load. Nobody notices. */
class RollingUpgradeIT {

    private static final Map<String, String> NEXT = Map.of("LYCEUM_TEST_SCHEMA", "1000000");
    private static final int KEYS = 20;
    private static final long SEED = Long.getLong("lyceum.coherence.seed", System.nanoTime());

    /** What a balancer gives the requests that it has sent already. */
    private static final Duration DRAIN = Duration.ofMillis(500);

    @TempDir
    private Path folder;

    @Test
    void no_request_fails_and_every_promise_is_kept() {
        System.out.println("rolling upgrade: seed " + SEED);
        var upgrade = Fault.lasting("rolling upgrade", 3, (cluster, _) -> upgrade(cluster, 0),
                (cluster, _) -> upgrade(cluster, 1));
        try (var cluster = new Cluster(folder, 2, KEYS, SEED, Map.of())) {
            Run.of(cluster, upgrade, false, SEED).assertKept();
        }
    }

    private static void upgrade(Cluster cluster, int place) {
        var old = cluster.instances().get(place);
        old.admitOnly(Set.of());
        Schedule.pass(DRAIN);
        old.stop();
        cluster.startAgain(old, NEXT);
    }
}
