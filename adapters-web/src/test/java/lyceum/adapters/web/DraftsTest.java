package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.course.CourseState;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.UserId;
import lyceum.fake.Courses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DraftsTest {

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDraftIsItsOwnersAndTheAdminsOnly() {
        server.world.courses.insert(Courses.course(1)
                .owner(TestServer.user(Role.INSTRUCTOR))
                .state(CourseState.DRAFT)
                .modules(Courses.module("m1", 2))
                .build());
        var path = "/courses/" + Courses.id(1);
        for (var round = 0; round < 2; round++) {
            server.get(path).expectProblem(404);
            server.as(Role.STUDENT, "GET", path, null).expectProblem(404);
            var other = server.token(new UserId("b".repeat(24)), Role.INSTRUCTOR);
            server.get(path, "Authorization", "Bearer " + other).expectProblem(404);
            for (var role : List.of(Role.INSTRUCTOR, Role.ADMIN)) {
                expectPrivate(server.as(role, "GET", path, null));
                expectPrivate(server.as(role, "GET", path + "/modules", null));
                expectPrivate(server.as(role, "GET", path + "/modules/m1/lessons/m1-l2", null));
            }
        }
        server.get(path, "Authorization", "Bearer nonsense").expectProblem(401);
        assertThat(server.get("/courses").at("total")).isEqualTo("0");
    }

    private static void expectPrivate(Reply reply) {
        reply.expect(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(reply.header("Cache-Status")).isEmpty();
    }
}
