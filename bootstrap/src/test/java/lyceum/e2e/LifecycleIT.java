package lyceum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting, stopping, and not starting. */
class LifecycleIT {

    @TempDir
    private Path folder;

    @Test
    void a_second_start_finds_the_data_and_the_admin_of_the_first() throws Exception {
        String id;
        Client admin;
        try (var first = Artefact.start(folder, Map.of())) {
            admin = first.admin();
            var created = admin.json(
                    "POST", "/courses", "{\"title\":\"Kept\",\"category\":\"Test\",\"difficulty\":\"beginner\"}");
            assertThat(created.status()).isEqualTo(201);
            id = created.string("id");
        }
        try (var second = Artefact.start(folder, Map.of())) {
            var client = second.client();
            assertThat(client.get("/courses/" + id).string("title")).isEqualTo("Kept");
            assertThat(second.waitForOutput("Ctrl-C stops")).doesNotContain("shown only now");
            var again = new Client(client.url(), admin.token());
            assertThat(again.delete("/courses/" + id).status()).isEqualTo(204);
        }
    }

    @Test
    void a_signal_stops_everything_that_was_started() throws Exception {
        var running = Artefact.start(folder, Map.of());
        running.client();
        var children = running.process().descendants().toList();
        assertThat(children).isNotEmpty();

        // Somebody was here, which is stored on the way out.
        assertThat(running.admin().get("/auth/me").status()).isEqualTo(200);
        running.close();
        assertThat(running.output()).doesNotContain("WARN", "ERROR", "Exception");

        Until.holds("the children are gone", () -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void a_killed_server_leaves_no_redis_behind() throws Exception {
        var running = Artefact.start(folder, Map.of());
        running.client();
        var children = running.process().descendants().toList();

        running.process().destroyForcibly();

        Until.holds("the children are gone", () -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void a_taken_port_ends_the_start_and_is_named() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(taken.getLocalPort());
            var refused = Artefact.start(folder, Map.of("LYCEUM_PORT", port));

            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.output()).contains("Port " + port + " is in use").doesNotContain("at lyceum.");
        }
    }

    @Test
    void a_taken_data_folder_ends_the_start_and_is_named() throws Exception {
        try (var running = Artefact.start(folder, Map.of())) {
            running.client();
            var refused = Artefact.start(folder, Map.of());

            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.output()).contains("in use by another Lyceum (pid " + running.process().pid() + ")");
        }
    }

    @Test
    void a_database_that_is_not_there_ends_the_start_and_is_named() throws Exception {
        var refused = Artefact.start(
                folder,
                Map.of(
                        "MONGO_URI", "mongodb://127.0.0.1:1/lyceum",
                        "LYCEUM_MONGO_TIMEOUT", "500ms"));

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.output()).contains("MongoDB cannot be reached").doesNotContain("at lyceum.");
    }

    @Test
    void every_wrong_setting_is_named_at_once() throws Exception {
        Files.writeString(folder.resolve(".env"), "ACCESS_TOKEN_EXPIRE_MINUTES=0\n");
        var refused = Artefact.start(
                folder, Map.of("LYCEUM_PORT", "99999", "JWT_SECRET", "tooshortsecret", "LYCEUM_CASHE", "on"));

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.output())
                .contains("LYCEUM_PORT", "JWT_SECRET", "LYCEUM_CASHE", "ACCESS_TOKEN_EXPIRE_MINUTES")
                .doesNotContain("tooshortsecret");
    }

    @Test
    void help_names_every_setting() throws Exception {
        var help = Artefact.start(folder, Map.of(), "--help");

        assertThat(help.exit()).isZero();
        assertThat(help.output()).contains("MONGO_URI", "REDIS_URL", "LYCEUM_TIERS", "import FILE");
    }
}
