package lyceum.bootstrap;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import lyceum.adapters.redis.RedisAdapter;
import lyceum.adapters.web.HealthProbe;
import lyceum.bootstrap.settings.Settings;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseRepository;

/** What readiness asks. Without MongoDB nothing new can be read or written; without Redis everything goes on, slower. */
@Factory
final class Probes {

    private static final CourseId NOBODY = new CourseId("0".repeat(24));

    private record Probe(String name, boolean required, Supplier<Optional<String>> ask) implements HealthProbe {

        @Override
        public Optional<String> complaint() {
            return ask.get();
        }
    }

    @Singleton
    @Named("mongodb")
    HealthProbe mongo(CourseRepository courses) {
        return new Probe("mongodb", true, () -> {
            try {
                courses.find(NOBODY);
                return Optional.empty();
            } catch (CatalogueUnavailable _) {
                return Optional.of("MongoDB cannot be reached");
            }
        });
    }

    /**
     * What is configured and quietly does not work would be found out by a stale answer. That Redis is away is told by its own
     * probe: nothing depends on it then.
     */
    @Singleton
    @Named("synchronisation")
    HealthProbe synchronisation(Settings settings, RedisAdapter redis) {
        var canary = redis.canary(Tiers.redisOptions(settings.caching()));
        return new Probe("synchronisation", true,
                () -> Synchronisation.followsLog(settings.caching()) && redis.connected()
                        ? canary.get().toCompletableFuture().join()
                        : Optional.empty());
    }

    /**
     * Not required: requests go on, by the store. What keeps one instance from reading this mostly keeps all of them, and the
     * public catalogue has no need of it.
     */
    @Singleton
    @Named("revocations")
    HealthProbe revocations(RevocationWatch watch) {
        return new Probe("revocations", false, watch::complaint);
    }

    @Singleton
    @Named("redis")
    HealthProbe redis(RedisAdapter redis) {
        return new Probe(
                "redis",
                false,
                () -> redis.connected()
                        ? Optional.empty()
                        : Optional.of("Redis cannot be reached: reads and writes go on without it"));
    }
}
