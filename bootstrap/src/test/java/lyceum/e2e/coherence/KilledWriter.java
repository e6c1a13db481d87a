package lyceum.e2e.coherence;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import lyceum.e2e.Until;
import lyceum.e2e.coherence.Disturbance.Direction;
import lyceum.e2e.coherence.Disturbance.Target;

/**
 * A writer that dies after its commit and before anybody has heard of it.
 *
 * <p>What it sends to Redis is held up for a moment, less than it is ready to wait: first its fence, then, after the
 * commit, its publication. As soon as the database shows the commit, what is held up is thrown away and the process
 * killed. From then on the write counts as acknowledged: nobody can take it back.
 */
final class KilledWriter {

    private static final Duration HOLD_UP = Duration.ofMillis(100);

    private KilledWriter() {}

    static void kill(Cluster cluster, Traffic traffic) {
        var key = traffic.spare();
        var victim = cluster.victim();
        var before = stored(cluster, key);
        victim.admitOnly(Set.of(Operation.Kind.READ));
        traffic.look(key);
        victim.proxy().impose(Disturbance.delay(Target.ALL, Direction.TO_SERVER, HOLD_UP));
        var start = System.nanoTime();
        var write = CompletableFuture.runAsync(
                () -> Writer.change(cluster, victim, key, null), Thread::startVirtualThread);
        Until.holds("it is committed", () -> stored(cluster, key) > before || write.isDone());
        var committed = System.nanoTime();
        silence(cluster, victim, write);
        traffic.history().log().add(Operation.write(victim.number(), key, before + 1, start, committed));
    }

    private static void silence(Cluster cluster, Instance victim, CompletableFuture<Void> write) {
        victim.proxy().impose(Disturbance.swallow(Target.ALL, Direction.BOTH, 100));
        cluster.kill(victim);
        if (write.handle((_, failure) -> failure == null).join()) {
            throw new IllegalStateException("it was quicker: its write is acknowledged");
        }
    }

    private static long stored(Cluster cluster, int key) {
        return cluster.store().version(cluster.courses().get(key));
    }

    static void startAgain(Cluster cluster, Traffic traffic) {
        cluster.heal();
        cluster.startAgain(cluster.victim(), Map.of());
    }
}
