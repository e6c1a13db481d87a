package lyceum.bootstrap;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import lyceum.adapters.redis.RedisAdapter;
import lyceum.adapters.redis.RedisServer;
import lyceum.adapters.web.TrustedProxies;
import lyceum.adapters.web.WebOptions;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.application.IdSource;
import lyceum.application.cache.Execution;
import lyceum.application.cache.TieredCache;
import lyceum.application.coherence.CoherenceStatistics;
import lyceum.application.course.ChangeCourse;
import lyceum.application.course.CourseEncoder;
import lyceum.application.course.CourseWrites;
import lyceum.application.course.CreateCourse;
import lyceum.application.course.InvalidateCourse;
import lyceum.application.course.ListCourses;
import lyceum.application.course.ReadCourse;
import lyceum.application.course.Representations;
import lyceum.application.course.WarmCatalogue;
import lyceum.application.identity.Secrets;
import lyceum.application.transfer.ImportCourses;
import lyceum.bootstrap.embedded.EmbeddedServers;
import lyceum.bootstrap.settings.Secret;
import lyceum.bootstrap.settings.Settings;
import lyceum.domain.course.CourseRepository;

/**
 * What is made of what. The adapters add their own parts: repositories (MongoDB), encoder, token issuer and password
 * hasher (web).
 */
@Factory
final class Wiring {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Before the framework's own. */
    @Primary
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    @Singleton
    MonotonicClock entryClock() {
        return new MonotonicClock();
    }

    @Singleton
    IdSource ids(InstantSource clock) {
        return new ObjectIds(clock, RANDOM);
    }

    @Singleton
    Secrets secrets() {
        return () -> {
            var bytes = new byte[32];
            RANDOM.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }

    @Singleton
    @Bean(preDestroy = "close")
    VirtualExecution execution(Settings settings) {
        return new VirtualExecution(settings.stores().maxLoads());
    }

    @Singleton
    @Bean(preDestroy = "close")
    RedisAdapter redis(EmbeddedServers servers, Settings settings, MonotonicClock clock) {
        var server = RedisServer.at(servers.redis().value())
                .withCommandTimeout(settings.stores().redisTimeout());
        return RedisAdapter.open(server, clock);
    }

    @Singleton
    WebOptions web(Settings settings, EmbeddedServers servers) {
        var others = settings.tokens().otherSecrets().stream().map(Secret::value).toList();
        var keys = new TokenKeys(
                servers.tokenSecret().value(), others, settings.tokens().keysFile());
        return WebOptions.of(
                keys,
                (int) settings.http().maxBodyBytes(),
                Runtime.getRuntime().availableProcessors(),
                TrustedProxies.of(settings.http().trustedProxies()));
    }

    @Singleton
    TieredCache cache(Settings settings, RedisAdapter redis, Execution execution, MonotonicClock clock) {
        return Tiers.cache(settings.caching(), redis, execution, clock);
    }

    @Singleton
    CoherenceStatistics coherence(Settings settings) {
        return new CoherenceStatistics(settings.caching().coherence().bound());
    }

    @Singleton
    @Bean(preDestroy = "close")
    Synchronisation synchronisation(
            Settings settings,
            TieredCache cache,
            Execution execution,
            MonotonicClock clock,
            CoherenceStatistics statistics) {
        return new Synchronisation(settings.caching(), cache, execution, clock, statistics);
    }

    @Singleton
    Representations representations(CourseEncoder encoder) {
        return new Representations(encoder);
    }

    @Singleton
    ReadCourse readCourse(CourseRepository courses, Representations forms, TieredCache cache, Execution execution) {
        return new ReadCourse(courses, forms, cache, execution);
    }

    @Singleton
    ListCourses listCourses(CourseRepository courses, Representations forms, TieredCache cache, Execution execution) {
        return new ListCourses(courses, forms, cache, execution);
    }

    @Singleton
    CourseWrites courseWrites(CourseRepository courses, Representations forms, TieredCache cache, Execution execution) {
        return new CourseWrites(courses, forms, cache, execution);
    }

    @Singleton
    CreateCourse createCourse(CourseWrites writes, InstantSource clock) {
        return new CreateCourse(writes, clock);
    }

    @Singleton
    ChangeCourse changeCourse(CourseRepository courses, CourseWrites writes, Execution execution) {
        return new ChangeCourse(courses, writes, execution);
    }

    @Singleton
    ImportCourses importCourses(CourseRepository courses, CourseWrites writes, IdSource ids, InstantSource clock) {
        return new ImportCourses(courses, writes, ids, clock);
    }

    @Singleton
    InvalidateCourse invalidateCourse(TieredCache cache) {
        return new InvalidateCourse(cache.invalidation());
    }

    @Singleton
    WarmCatalogue warmCatalogue(
            ListCourses lists, ReadCourse read, CourseRepository courses, Execution execution, InstantSource clock) {
        return new WarmCatalogue(lists, read, courses, execution, clock);
    }
}
