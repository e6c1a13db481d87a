package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.adapters.web.support.Jwks;
import lyceum.adapters.web.support.TestServer;
import lyceum.adapters.web.support.World;
import lyceum.domain.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeyFileChangeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    /** A running server looks at the file by itself, while it serves. */
    @Test
    void aServerTakesAChangedFileByItself() {
        var file = Jwks.write(folder.resolve("keys.json"), Jwks.es256("first"));
        try (var server = new TestServer(new TokenKeys(World.SECRET, List.of(), Optional.of(file)))) {
            var token = server.token(Role.ADMIN);
            Refusals.accepted(server, token);
            Jwks.write(file, Jwks.edDsa("second"));
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (!signingKey(server).equals("second") && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(signingKey(server)).isEqualTo("second");
            Refusals.refused(server, token);
            Refusals.accepted(server, server.token(Role.ADMIN));
        }
    }

    private static String signingKey(TestServer server) {
        return server.get("/.well-known/jwks.json").at("keys.0.kid");
    }
}
