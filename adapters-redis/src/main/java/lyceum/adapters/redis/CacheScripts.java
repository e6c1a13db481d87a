package lyceum.adapters.redis;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.domain.cache.Mechanism;

/**
 * The scripts of a cache. What is the same for every call, and which mechanisms are on, stands at their beginning as
 * constants: it costs no argument, and the tests that switch one off run a script that differs in nothing else.
 */
final class CacheScripts {

    private static final Set<Mechanism> SWITCHED =
            Set.of(Mechanism.LEASES, Mechanism.FENCES, Mechanism.GENERATIONS, Mechanism.CONTIGUITY);

    final Script lease;
    final Script fill;
    final Script fence;
    final Script publish;
    final Script lift;
    final Script release;
    final Script invalidate;
    final Script told;
    final Script finish;
    final Script confirm;
    final Script canary;
    private final String settings;

    CacheScripts(RedisCacheOptions options) {
        this.settings = settings(options);
        this.lease = onCell("lease");
        this.fill = onCell("fill");
        this.fence = onCell("fence");
        this.publish = onCell("publish");
        this.lift = onCell("lift");
        this.release = onCell("release");
        this.invalidate = onCell("invalidate");
        this.told = onCell("told");
        this.finish = onPartition("finish");
        this.confirm = onPartition("confirm");
        this.canary = onPartition("canary");
    }

    private Script onCell(String name) {
        return Script.of(settings, "base", "log", "common", name);
    }

    private Script onPartition(String name) {
        return Script.of(settings, "base", "log", name);
    }

    private static String settings(RedisCacheOptions options) {
        var switches = SWITCHED.stream().sorted().map(each -> constant(each.name(), !options.off().contains(each)));
        var log = Stream.of(
                constant("LOG_LENGTH", options.logLength()),
                constant("LOG_LIFE", options.times().generation().toMillis()));
        return Stream.concat(switches, log).collect(Collectors.joining("\n"));
    }

    private static String constant(String name, Object value) {
        return "local " + name + " = " + value;
    }
}
