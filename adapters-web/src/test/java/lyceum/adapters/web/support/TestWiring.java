package lyceum.adapters.web.support;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import lyceum.adapters.web.HealthProbe;
import lyceum.adapters.web.WebOptions;
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
import lyceum.domain.idempotency.RequestLedger;

/** The real use cases over a {@link World}, which the test has put into the context before it starts. */
@Factory
final class TestWiring {

    private final World world;

    TestWiring(World world) {
        this.world = world;
    }

    /** The framework has one of its own. */
    @Primary
    @Singleton
    InstantSource clock() {
        return world.clock;
    }

    @Singleton
    IdSource ids() {
        return world.ids;
    }

    @Singleton
    WebOptions options() {
        return world.options;
    }

    @Singleton
    Execution execution() {
        return world.execution;
    }

    @Singleton
    RequestLedger ledger() {
        return world.ledger;
    }

    @Singleton
    TieredCache cache() {
        return world.cache;
    }

    @Singleton
    CoherenceStatistics coherence() {
        return new CoherenceStatistics(Duration.ofSeconds(2));
    }

    @Singleton
    @Named("mongodb")
    HealthProbe mongo() {
        return world.mongoProbe;
    }

    @Singleton
    @Named("redis")
    HealthProbe redis() {
        return world.redisProbe;
    }

    @Singleton
    Representations representations(CourseEncoder encoder) {
        return new Representations(encoder);
    }

    @Singleton
    ReadCourse readCourse(Representations forms) {
        return new ReadCourse(world.courses, forms, world.cache, world.execution);
    }

    @Singleton
    ListCourses listCourses(Representations forms) {
        return new ListCourses(world.courses, forms, world.cache, world.execution);
    }

    @Singleton
    CourseWrites writes(Representations forms) {
        return new CourseWrites(world.courses, forms, world.cache, world.execution);
    }

    @Singleton
    CreateCourse createCourse(CourseWrites writes) {
        return new CreateCourse(writes, world.clock);
    }

    @Singleton
    ChangeCourse changeCourse(CourseWrites writes) {
        return new ChangeCourse(world.courses, writes, world.execution);
    }

    @Singleton
    InvalidateCourse invalidateCourse() {
        return new InvalidateCourse(world.cache.invalidation());
    }
}
