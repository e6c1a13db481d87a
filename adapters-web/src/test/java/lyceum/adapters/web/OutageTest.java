package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lyceum.adapters.web.support.CacheStatusField;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Role;
import lyceum.fake.Courses;
import lyceum.fake.FaultyCourseRepository.Operation;
import lyceum.fake.Faults.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is told to clients while the source of what is cached does not answer. */
final class OutageTest {

    private static final String COURSE = "/courses/" + Courses.id(1);

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatCannotBeConfirmedIsShownAsStale() {
        server.world.courses.insert(Courses.course(1).build());
        var before = server.get(COURSE).expect(200);
        server.world.clock.advance(Duration.ofSeconds(7));
        server.world.courses.faults().inject(Fault.FAIL_BEFORE, Operation.FIND);
        for (var known : new boolean[] {false, true}) {
            var reply = known
                    ? server.as(Role.ADMIN, "GET", COURSE, null, "Cache-Control", "no-cache")
                    : server.get(COURSE, "Cache-Control", "no-cache");
            assertThat(reply.expect(200).text()).isEqualTo(before.text());
            var last = CacheStatusField.read(reply.header("Cache-Status")).getLast();
            assertThat(last.cache()).isEqualTo("lyceum");
            assertThat(last.parameters()).containsEntry("fwd", "stale").containsEntry("ttl", "-7");
            assertThat(reply.header("Age")).isEqualTo("7");
            assertThat(reply.header("Warning")).isEmpty();
        }
    }

    @Test
    void aSourceThatIsLeftAloneForAMomentIsAnOutageToo() {
        var faults = server.world.courses.faults();
        faults.inject(Fault.FAIL_BEFORE, Operation.FIND);
        for (var i = 0; i < 5; i++) {
            server.get("/courses/" + Courses.id(i)).expectProblem(503);
        }
        faults.heal();
        var reply = server.get("/courses/" + Courses.id(5)).expectProblem(503);
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(faults.calls(Operation.FIND)).isEqualTo(5);
        server.world.clock.advance(Duration.ofSeconds(1));
        server.get("/courses/" + Courses.id(5)).expectProblem(404);
    }
}
