package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.adapters.web.support.World;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.UserId;
import lyceum.fake.Courses;
import lyceum.fake.FaultyUserRepository.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process that does not know what is revoked: it asks the store, and where that is away it lets nobody in. */
final class UnsynchronisedTest {

    private final TestServer server = new TestServer(false);
    private final UserId ann = new UserId("a".repeat(24));
    private final String token = server.token(ann, Role.INSTRUCTOR);

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply me() {
        return server.get("/auth/me", "Authorization", "Bearer " + token);
    }

    @Test
    void theStoreIsAskedAboutEveryRequest() {
        me().expect(200);
        var asked = server.world.users.faults().calls(Operation.FIND);
        me().expect(200);
        assertThat(server.world.users.faults().calls(Operation.FIND)).isGreaterThan(asked);
        var user = server.world.users.find(ann).orElseThrow();
        server.world.users.replace(user.signedOutEverywhere(), user.version());
        assertThat(me().expectProblem(401).header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    @Test
    void roleAndStateAreThoseInTheStore() {
        var user = server.world.users.find(ann).orElseThrow();
        server.world.users.replace(user.withRole(Role.STUDENT), user.version());
        server.send("POST", "/courses", "{}", "Authorization", "Bearer " + token).expectProblem(403);
        assertThat(me().expect(200).at("role")).isEqualTo("student");
    }

    /** X13: it is not the token's fault. */
    @Test
    void whereTheStoreIsAwayOnlyWhatIsPublicIsThere() {
        server.world.courses.insert(Courses.course(1).build());
        server.world.users.faults().failAll();
        server.world.sessions.faults().failAll();
        var reply = me().expectProblem(503);
        assertThat(reply.header("Retry-After")).isEqualTo("1");
        assertThat(reply.header("WWW-Authenticate")).isEmpty();
        server.send("POST", "/courses", "{}", "Authorization", "Bearer " + token).expectProblem(503);
        server.get("/courses").expect(200);
        server.get("/courses/" + Courses.id(1)).expect(200);
        server.get("/courses/" + Courses.id(1), "Authorization", "Bearer " + token).expect(200);
        server.world.users.faults().heal();
        server.world.sessions.faults().heal();
        me().expect(200);
    }

    @Test
    void whoWasSynchronisedAsksWhenTheBoundIsPast() {
        try (var known = new TestServer()) {
            var its = known.token(ann, Role.INSTRUCTOR);
            known.world.sessions.faults().failAll();
            known.world.users.faults().failAll();
            known.world.clock.advance(World.BOUND);
            known.send("POST", "/courses", "{}", "Authorization", "Bearer " + its).expectProblem(422);
            known.world.clock.advance(Duration.ofMillis(1));
            known.send("POST", "/courses", "{}", "Authorization", "Bearer " + its).expectProblem(503);
        }
    }
}
