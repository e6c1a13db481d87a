package lyceum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent again with its key is not done again, by another process either. */
class RetryIT {

    private static final String NEW = "{\"title\":\"Once\",\"category\":\"Retried\",\"difficulty\":\"beginner\"}";
    private static final String[] KEY = {"Idempotency-Key", "\"8e03978e-40d5-43dd-bc93-6894a57f9324\""};

    @TempDir
    private Path folder;

    @Test
    void a_killed_server_is_succeeded_by_one_that_knows_what_was_created() throws Exception {
        Client admin;
        Client.Reply created;
        try (var first = Artefact.start(folder, Map.of())) {
            admin = first.admin();
            created = admin.json("POST", "/courses", NEW, KEY);
            assertThat(created.status()).isEqualTo(201);
            first.process().destroyForcibly();
            assertThat(first.exit()).isNotZero();
        }
        try (var second = Artefact.start(folder, Map.of())) {
            var again = new Client(second.client().url(), admin.token()).json("POST", "/courses", NEW, KEY);
            assertThat(again.status()).isEqualTo(201);
            assertThat(again.text()).isEqualTo(created.text());
            assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
            assertThat(second.client().get("/courses?category=retried").items()).hasSize(1);
        }
    }
}
