package lyceum.e2e.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lyceum.e2e.Client;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three processes of the artefact, one Redis, one store, readers and writers, and every single fault between them.
 *
 * <p>Under {@code -Dlyceum.coherence.}: {@code fault=FLUSHALL} runs the faults whose names contain that, {@code
 * long=true} lets them last as long as they do in the requirements, {@code seed=1} repeats what a seed decides,
 * {@code settings=LYCEUM_TIERS=redis} starts the instances with more settings, separated by semicolons. What is measured goes to {@code target/coherence/faults.md}.
 */
class CoherenceIT {

    private static final int INSTANCES = 3;
    private static final int KEYS = 20;
    private static final int READERS = 100;
    private static final boolean IN_FULL = Boolean.getBoolean("lyceum.coherence.long");
    private static final long SEED = Long.getLong("lyceum.coherence.seed", System.nanoTime());
    private static final Map<String, String> SETTINGS = Pattern.compile(";")
            .splitAsStream(System.getProperty("lyceum.coherence.settings", ""))
            .filter(setting -> !setting.isEmpty())
            .map(setting -> setting.split("=", 2))
            .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
    private static final FaultTable TABLE = new FaultTable(SEED, IN_FULL);

    @TempDir
    private static Path folder;

    private static @Nullable Cluster started;

    @BeforeAll
    static void start() {
        Signals.assumePossible();
        System.out.println("coherence: seed " + SEED);
        started = new Cluster(folder.resolve("three"), INSTANCES, KEYS, SEED, SETTINGS);
        Run.warmUp(started, SEED);
    }

    @AfterAll
    static void stop() {
        if (started != null) {
            started.close();
        }
    }

    private static Cluster cluster() {
        return Objects.requireNonNull(started);
    }

    static Stream<Fault> faults() {
        var wanted = System.getProperty("lyceum.coherence.fault", "");
        return Faults.all().filter(fault -> fault.name().contains(wanted));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void every_promise_is_kept_under(Fault fault) {
        var run = Run.of(cluster(), fault, IN_FULL, SEED + fault.name().hashCode());
        TABLE.add(run);
        System.out.println("coherence: " + fault + ": " + run.report().lag());
        run.assertKept();
    }

    @Test
    void one_instance_alone_keeps_them() {
        try (var alone = new Cluster(folder.resolve("one"), 1, KEYS, SEED, SETTINGS)) {
            Run.warmUp(alone, SEED);
            Run.of(alone, Faults.NONE, false, SEED).assertKept();
        }
    }

    @Test
    void many_readers_of_a_cold_course_on_every_instance_cost_one_load() {
        var cluster = cluster();
        cluster.instances().forEach(instance -> cluster.admin(instance)
                .delete("/cache/invalidate/" + cluster.courses().getFirst()));
        var loads = new LoadCounter(cluster);

        var readers = cluster.instances().stream()
                .map(instance -> new Client(instance.client().url()))
                .flatMap(client -> IntStream.range(0, READERS).mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> client.get(cluster.path(0)).status(), Thread::startVirtualThread)))
                .toList();

        assertThat(readers.stream().map(CompletableFuture::join)).containsOnly(200);
        assertThat(Excess.of(loads.until(Set.of(0)), List.of(), Run.LEASE_WINDOW)).isEmpty();
    }
}
