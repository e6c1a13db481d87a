package lyceum.e2e.coherence;

import io.lettuce.core.api.sync.RedisServerCommands;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import lyceum.e2e.Until;
import lyceum.e2e.coherence.Disturbance.Direction;
import lyceum.e2e.coherence.Disturbance.Target;
import lyceum.e2e.coherence.Operation.Kind;

/** Every single fault under which the promises are kept. */
final class Faults {

    static final Fault NONE = Fault.lasting("none", 6, (_, _) -> {}, (_, _) -> {}).atFullLength(30);

    private static final Duration WAITING = Duration.ofSeconds(1);

    private Faults() {}

    static Stream<Fault> all() {
        return Stream.of(
                NONE,
                Fault.lasting("log connections cut", 8, Faults::cutLogs, (cluster, _) -> cluster.heal())
                        .atFullLength(30),
                redisStopped(),
                redisKilled(),
                flushAll(),
                instancePaused(),
                Fault.lasting("a writer killed between commit and publication", 3, KilledWriter::kill,
                        KilledWriter::startAgain),
                logsLost("1 % of what the logs deliver lost", 1),
                logsLost("all of what the logs deliver lost", 100),
                oneCutOff());
    }

    private static void cutLogs(Cluster cluster, Traffic traffic) {
        logsAreRead(cluster);
        cluster.impose(Disturbance.cut(Target.LOG));
    }

    /** Without this a fault of the log would be one of nothing, and prove nothing. */
    private static void logsAreRead(Cluster cluster) {
        Until.holds("every instance reads a log through its proxy",
                () -> cluster.instances().stream().allMatch(instance -> instance.proxy().logConnections() > 0));
    }

    private static Fault logsLost(String name, int percent) {
        var disturbance = Disturbance.swallow(Target.LOG, Direction.TO_CLIENT, percent);
        return Fault.lasting(
                name,
                6,
                (cluster, _) -> {
                    logsAreRead(cluster);
                    cluster.impose(disturbance);
                },
                (cluster, _) -> {
                    Until.holds("something was lost", () -> lost(cluster) > 0);
                    cluster.heal();
                }).atFullLength(30);
    }

    private static long lost(Cluster cluster) {
        return cluster.instances().stream().mapToLong(instance -> instance.proxy().lost()).sum();
    }

    private static Fault redisStopped() {
        return Fault.lasting(
                "Redis stopped and resumed",
                4,
                (cluster, _) -> Signals.pause(cluster.redisPid()),
                (cluster, _) -> Signals.resume(cluster.redisPid()));
    }

    private static Fault redisKilled() {
        return Fault.lasting(
                "Redis killed and started again empty",
                3,
                (cluster, _) -> Signals.kill(cluster.redisPid()),
                (cluster, _) -> cluster.startRedisAgain());
    }

    private static Fault flushAll() {
        return Fault.lasting("FLUSHALL", 2, (cluster, _) -> flush(cluster), (cluster, _) -> flush(cluster));
    }

    private static void flush(Cluster cluster) {
        cluster.redis().ask(RedisServerCommands::flushall);
    }

    /** Requests wait in the socket of the paused process, and are the first thing that it sees when it goes on. */
    private static Fault instancePaused() {
        return Fault.lasting(
                "an instance paused",
                4,
                (cluster, _) -> {
                    cluster.victim().admitOnly(Set.of(Kind.READ));
                    cluster.victim().pause();
                },
                (cluster, traffic) -> {
                    var waiting = traffic.readAll(cluster.victim());
                    Schedule.pass(WAITING);
                    cluster.victim().resume();
                    waiting.join();
                    cluster.victim().admitAll();
                });
    }

    private static Fault oneCutOff() {
        return Fault.lasting(
                "one instance cut off from Redis",
                4,
                (cluster, _) -> cluster.victim().proxy().impose(Disturbance.cut(Target.ALL)),
                (cluster, _) -> cluster.heal());
    }
}
