package lyceum.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.lettuce.core.RedisClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import lyceum.bootstrap.settings.Secret;
import lyceum.bootstrap.settings.Settings;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersIT {

    private static final String JWT_SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path folder;

    @Test
    void startsBothWithNothingSet() {
        try (EmbeddedServers servers = EmbeddedServers.start(settings(Map.of()));
                MongoClient mongo = MongoClients.create(servers.mongo().value());
                RedisClient redis = RedisClient.create(servers.redis().value())) {
            assertThat(mongo.getDatabase("lyceum").runCommand(new Document("ping", 1))).containsEntry("ok", 1.0);
            assertThat(redis.connect().sync().ping()).isEqualTo("PONG");
            assertThat(servers.mongoEmbedded()).isTrue();
        }
    }

    @Test
    void startsNothingThatTheSettingsName() {
        Settings settings = settings(
                Map.of("MONGO_URI", "mongodb://db", "REDIS_URL", "redis://cache", "JWT_SECRET", JWT_SECRET));

        try (EmbeddedServers servers = EmbeddedServers.start(settings)) {
            assertThat(servers.mongo().value()).isEqualTo("mongodb://db");
            assertThat(servers.redis().value()).isEqualTo("redis://cache");
            assertThat(servers.tokenSecret()).isEqualTo(new Secret(JWT_SECRET));
            assertThat(servers.mongoEmbedded()).isFalse();
            assertThat(folder).as("not needed").isEmptyDirectory();
        }
    }

    @Test
    void aSecretIsMadeOnceAndIsItsOwnersAlone() throws Exception {
        Secret first = secretOfOneRun();

        assertThat(first.value()).hasSize(64);
        assertThat(secretOfOneRun()).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("jwt-secret"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecretIsKeptForServersOfOthersToo() {
        var others = settings(Map.of("MONGO_URI", "mongodb://db", "REDIS_URL", "redis://cache"));

        try (var one = EmbeddedServers.start(others);
                var two = EmbeddedServers.start(others)) {
            assertThat(one.tokenSecret()).isEqualTo(two.tokenSecret());
        }
    }

    @Test
    void aFailedStartLetsEverythingGo() throws Exception {
        Path obstacle = Files.writeString(folder.resolve("redis"), "not a folder");

        assertThatThrownBy(() -> EmbeddedServers.start(settings(Map.of()))).hasMessageContaining("set REDIS_URL");

        Files.delete(obstacle);
        assertThatCode(() -> EmbeddedServers.start(settings(Map.of())).close()).doesNotThrowAnyException();
    }

    @Test
    void twoCannotShareAFolder() {
        try (EmbeddedServers _ = EmbeddedServers.start(settings(Map.of()))) {
            assertThatThrownBy(() -> EmbeddedServers.start(settings(Map.of()))).isInstanceOf(FolderInUse.class);
        }
    }

    private Secret secretOfOneRun() {
        try (EmbeddedServers servers = EmbeddedServers.start(settings(Map.of("REDIS_URL", "redis://cache")))) {
            return servers.tokenSecret();
        }
    }

    private Settings settings(Map<String, String> given) {
        Map<String, String> all = new HashMap<>(given);
        all.put("LYCEUM_DATA", folder.toString());
        return Settings.of(all);
    }
}
