package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lyceum.adapters.web.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class HealthTest {

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void allIsWell() {
        for (var path : List.of("/health", "/health/readiness")) {
            var reply = server.get(path).expect(200);
            assertThat(reply.text())
                    .isEqualTo(
                            "{\"status\":\"UP\",\"checks\":{\"mongodb\":{\"status\":\"UP\"},\"redis\":{\"status\":\"UP\"}}}");
        }
        assertThat(server.get("/health/liveness").expect(200).text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void withoutAPartThatIsNotRequiredItIsDegradedAndReady() {
        server.world.redisProbe.complain("cannot be reached");
        var reply = server.get("/health/readiness").expect(200);
        assertThat(reply.at("status")).isEqualTo("DEGRADED");
        assertThat(reply.at("checks.redis.reason")).isEqualTo("cannot be reached");
    }

    @Test
    void withoutARequiredPartItIsNotReadyButAlive() {
        server.world.mongoProbe.complain("cannot be reached");
        server.world.redisProbe.complain("cannot be reached");
        var reply = server.get("/health").expect(503);
        assertThat(reply.at("status")).isEqualTo("DOWN");
        assertThat(reply.at("checks.mongodb.reason")).isEqualTo("cannot be reached");
        server.get("/health/liveness").expect(200);
        server.world.mongoProbe.recover();
        server.get("/health/readiness").expect(200);
    }
}
