package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Role;
import lyceum.fake.Courses;
import lyceum.fake.FaultyCourseRepository.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jspecify.annotations.Nullable;

/** What a request may ask of its answer (RFC 9111, 5.2.1), for somebody unknown and for an admin. */
final class DirectivesTest {

    private static final String COURSE = "/courses/000000000000000000000001";

    private final TestServer server = new TestServer();

    @BeforeEach
    void insert() {
        server.world.courses.insert(Courses.rich(1));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Entries are fresh for 300 s; this one was loaded some seconds ago. */
    @ParameterizedTest
    @CsvSource({
        "no-cache,               5, true,  true",
        "max-age=0,              5, true,  true",
        "no-cache,               1, false, true",
        "max-age=0,              1, false, true",
        "max-age=4,              5, true,  true",
        "max-age=5,              5, false, false",
        "max-age=60,             5, false, false",
        "min-fresh=295,          5, false, false",
        "min-fresh=296,          5, true,  true",
        "min-fresh=100000,       0, true,  true",
        "max-stale,              5, false, false",
        "'max-age=4, max-stale', 5, true,  true",
        "only-if-cached,         5, false, false",
        "no-store,               5, false, false",
        "max-age=soon,           5, false, false"
    })
    void directivesMakeALoadOrNone(String directives, int age, boolean forAnybody, boolean forAdmins) {
        for (var path : new String[] {COURSE, "/courses", COURSE + "/modules"}) {
            for (var role : new Role[] {null, Role.STUDENT, Role.INSTRUCTOR, Role.ADMIN}) {
                var expected = (role == Role.INSTRUCTOR || role == Role.ADMIN) ? forAdmins : forAnybody;
                load(path);
                server.world.clock.advance(Duration.ofSeconds(age));
                var before = loads();
                var reply = get(role, path, directives).expect(200);
                assertThat(loads() - before).as("%s for %s", path, role).isEqualTo(expected ? 1 : 0);
                assertThat(reply.header("Cache-Status")).contains(expected ? "fwd=miss" : "lyceum-caffeine; hit");
                assertThat(reply.header("Age")).isEqualTo(expected ? "" : String.valueOf(age));
            }
        }
    }

    private void load(String path) {
        server.as(Role.ADMIN, "DELETE", "/cache/invalidate?all=true", null).expect(200);
        server.get(path).expect(200);
    }

    private int loads() {
        var faults = server.world.courses.faults();
        return faults.calls(Operation.FIND) + faults.calls(Operation.LIST);
    }

    private Reply get(@Nullable Role role, String path, String directives) {
        return role == null
                ? server.get(path, "Cache-Control", directives)
                : server.as(role, "GET", path, null, "Cache-Control", directives);
    }

    @ParameterizedTest
    @ValueSource(strings = {COURSE, "/courses", COURSE + "/modules"})
    void whatIsToComeFromACacheOnlyMayNotCome(String path) {
        for (var role : new Role[] {null, Role.ADMIN}) {
            assertThat(get(role, path, "only-if-cached").expectProblem(504).at("type")).isEqualTo("/docs#not-cached");
        }
        assertThat(loads()).isZero();
        server.get(path).expect(200);
        get(null, path, "only-if-cached").expect(200);
        get(null, path, "only-if-cached, min-fresh=1000").expectProblem(504);
        get(null, path, "only-if-cached, min-fresh=1000, max-stale").expect(200);
    }

    /** It is loaded anew behind the answer. */
    @ParameterizedTest
    @ValueSource(strings = {"min-fresh=500, max-stale", "min-fresh=500, max-stale=300",
        "max-age=90, min-fresh=500, max-stale"})
    void whatMayBeStaleIsNotWaitedFor(String directives) {
        for (var role : new Role[] {null, Role.ADMIN}) {
            load(COURSE);
            server.world.clock.advance(Duration.ofSeconds(90));
            var reply = get(role, COURSE, directives).expect(200);
            assertThat(reply.header("Cache-Status")).startsWith("lyceum-caffeine; hit");
            assertThat(reply.header("Age")).isEqualTo("90");
        }
    }

    @Test
    void pragmaIsUnderstoodWhereThereIsNothingElse() {
        server.get(COURSE);
        server.world.clock.advance(Duration.ofSeconds(5));
        server.get(COURSE, "Pragma", "no-cache", "Cache-Control", "max-age=60");
        assertThat(loads()).isEqualTo(1);
        server.get(COURSE, "Pragma", "no-cache");
        assertThat(loads()).isEqualTo(2);
    }

    @Test
    void aTokenThatIsNotGoodMakesNobodyKnown() {
        server.get(COURSE);
        server.get(COURSE, "Authorization", "Bearer nonsense", "Cache-Control", "no-cache").expect(200);
        assertThat(loads()).isEqualTo(1);
    }

    @Test
    void aHeadIsDirectedLikeAGet() {
        server.send("HEAD", COURSE, (String) null, "Cache-Control", "only-if-cached").expect(504);
        server.get(COURSE);
        server.send("HEAD", COURSE, (String) null, "Cache-Control", "only-if-cached").expect(200);
    }
}
