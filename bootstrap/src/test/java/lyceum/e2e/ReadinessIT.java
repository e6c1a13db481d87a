package lyceum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.AclSetuserArgs;
import io.lettuce.core.protocol.CommandType;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Synchronisation that is configured and does not work is found, and named; what can go on goes on. */
class ReadinessIT {

    @TempDir
    private Path folder;

    @Test
    void a_right_that_is_missing_is_named() throws Exception {
        try (var redis = new RedisProcess()) {
            redis.ask(commands -> commands.aclSetuser(
                    "lyceum",
                    AclSetuserArgs.Builder.on()
                            .addPassword("secret-of-redis")
                            .allKeys()
                            .allCommands()
                            .removeCommand(CommandType.XADD)));
            var url = redis.url().replace("redis://", "redis://lyceum:secret-of-redis@");
            try (var artefact = Artefact.start(folder, Map.of("REDIS_URL", url))) {
                var client = artefact.client();

                Until.holds("it is named", () -> client.get("/health/readiness").text().contains("XADD"));
                assertThat(client.get("/health/readiness").status()).isEqualTo(503);
                assertThat(client.get("/health/liveness").status()).isEqualTo(200);
                assertThat(client.get("/courses").status()).isEqualTo(200);
                assertThat(client.get("/health/readiness").text()).doesNotContain("secret-of-redis");
            }
        }
    }

    @Test
    void while_all_is_well_it_is_up() throws Exception {
        try (var redis = new RedisProcess();
                var artefact = Artefact.start(folder, Map.of("REDIS_URL", redis.url()))) {
            var client = artefact.client();

            assertThat(client.get("/health/readiness").text())
                    .as("as soon as it listens")
                    .contains("\"revocations\":{\"status\":\"UP\"}");
            Until.holds("it is ready", () -> client.get("/health/readiness").status() == 200);
            assertThat(client.get("/health/readiness").text()).contains("\"synchronisation\":{\"status\":\"UP\"}");
        }
    }
}
