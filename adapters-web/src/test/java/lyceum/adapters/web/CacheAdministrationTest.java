package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Role;
import lyceum.fake.Courses;
import lyceum.fake.FaultyCacheTier;
import lyceum.fake.FaultyCourseRepository;
import lyceum.fake.Faults.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CacheAdministrationTest {

    private static final String COURSE = "/courses/" + Courses.id(1);

    private final TestServer server = new TestServer();

    @BeforeEach
    void insert() {
        server.world.courses.insert(Courses.course(1).build());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** X8: the statistics count reads. */
    @Test
    void theHitRatioCountsReads() {
        assertThat(server.get("/cache/stats").at("hit_ratio")).isEqualTo("0");
        for (var i = 0; i < 200; i++) {
            server.get(COURSE).expect(200);
        }
        var stats = server.get("/cache/stats").expect(200);
        assertThat(stats.at("hit_ratio")).isEqualTo("0.995");
        assertThat(stats.at("tiers.0.name")).isEqualTo("caffeine");
        assertThat(stats.at("tiers.0.kinds.course.hits")).isEqualTo("199");
        assertThat(stats.at("tiers.0.kinds.course.misses")).isEqualTo("1");
        assertThat(stats.at("tiers.0.kinds.course.hit_ratio")).isEqualTo("0.995");
        assertThat(stats.at("tiers.0.entries")).isEqualTo("1");
        assertThat(stats.at("tiers.1.name")).isEqualTo("redis");
        assertThat(stats.at("tiers.1.kinds.course.fills")).isEqualTo("1");
        assertThat(stats.at("source.course.loads")).isEqualTo("1");
        assertThat(stats.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatKeepsTheTiersInStepIsCounted() {
        server.get(COURSE);
        var stats = server.get("/cache/stats").expect(200);
        assertThat(stats.at("tiers.0.kinds.course.lease_waits")).isEqualTo("0");
        assertThat(stats.at("tiers.1.kinds.course.suspects")).isEqualTo("0");
        assertThat(stats.at("tiers.0.kinds.course.refreshes")).isEqualTo("0");
        assertThat(stats.at("source.course.timeouts")).isEqualTo("0");
        assertThat(stats.at("coherence.since_confirmed_ms")).isEqualTo("null");
        assertThat(stats.at("coherence.lag.buckets.0.up_to_ms")).isEqualTo("1");
    }

    @Test
    void whoWaitsForAnotherIsCounted() {
        server.world.courses.faults().injectOnce(Fault.HOLD_BEFORE, FaultyCourseRepository.Operation.FIND);
        var loading = CompletableFuture.supplyAsync(() -> server.get(COURSE));
        while (server.world.courses.faults().calls(FaultyCourseRepository.Operation.FIND) == 0) {
            Thread.onSpinWait();
        }
        var waiting = CompletableFuture.supplyAsync(() -> server.get(COURSE, "Cache-Control", "max-stale"));
        while (!server.get("/cache/stats").at("coherence.lease_waits").equals("1")) {
            Thread.onSpinWait();
        }
        assertThat(server.get("/cache/stats").at("tiers.0.kinds.course.lease_waits")).isEqualTo("1");
        server.world.courses.faults().releaseHeld();
        assertThat(loading.join().status()).isEqualTo(200);
        assertThat(waiting.join().status()).isEqualTo(200);
    }

    @Test
    void aTierThatDoesNotAnswerSaysSoAndTheOthersStillAnswer() {
        server.get(COURSE);
        server.world.redis.faults().inject(Fault.FAIL_BEFORE, FaultyCacheTier.Operation.STATS);
        var stats = server.get("/cache/stats").expect(200);
        assertThat(stats.at("tiers.0.entries")).isEqualTo("1");
        assertThat(stats.at("tiers.1.error")).isEqualTo("does not answer");
        assertThat(stats.at("tiers.1.entries")).isEqualTo("(missing)");
        assertThat(stats.at("tiers.1.kinds.course.misses")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?prefix=course:", "?all=true", "/000000000000000000000001"})
    void anAdminMakesACourseForgotten(String scope) {
        server.get(COURSE);
        server.as(Role.ADMIN, "DELETE", "/cache/invalidate" + scope, null).expect(200);
        assertThat(server.get(COURSE).header("Cache-Status")).contains("lyceum-redis; fwd=miss");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?tag=courses", "?prefix=courses_list:", "?all=true", "/000000000000000000000001"})
    void anAdminMakesListsForgotten(String scope) {
        server.get("/courses");
        server.as(Role.ADMIN, "DELETE", "/cache/invalidate" + scope, null).expect(200);
        assertThat(server.get("/courses").header("Cache-Status")).contains("lyceum-redis; fwd=miss");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?all=false", "?tag=", "?tag=a&prefix=b", "?tag=a&tag=b", "?tag=a%0Ab", "/nonsense"})
    void whatIsToBeForgottenMustBeClear(String scope) {
        server.get(COURSE);
        server.as(Role.ADMIN, "DELETE", "/cache/invalidate" + scope, null).expectProblem(400);
        assertThat(server.get(COURSE).header("Cache-Status")).startsWith("lyceum-caffeine; hit");
    }
}
