package lyceum.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code redis.conf} as it is deployed, with little memory. */
class ProductionRedisIT {

    private static final Path CONF = Path.of("src/main/deploy/redis.conf").toAbsolutePath();
    private static final int ENTRIES = 1_000;
    private static final String A_LOT = "x".repeat(16_384);

    @TempDir
    private Path folder;

    private EmbeddedRedis server;
    private RedisClient client;
    private RedisCommands<String, String> redis;

    @BeforeEach
    void start() {
        server = EmbeddedRedis.inFolder(folder, List.of("include " + CONF, "maxmemory 8mb", "port 0"));
        client = RedisClient.create(server.uri());
        redis = client.connect().sync();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void aFullMemoryEvictsAndGoesOnTakingWrites() {
        fill();

        assertThat(redis.get("course:" + (ENTRIES - 1))).as("the last write").isEqualTo(A_LOT);
        assertThat(redis.dbsize()).isLessThan(ENTRIES);
        assertThat(stat("stats", "evicted_keys")).isPositive();
        assertThat(stat("memory", "used_memory")).isLessThan(10L << 20);
    }

    @Test
    void keysWithoutATimeToLiveCannotBlockIt() {
        for (int entry = 0; entry < ENTRIES; entry++) {
            redis.set("foreign:" + entry, A_LOT);
        }
        fill();

        assertThat(redis.get("course:" + (ENTRIES - 1))).isEqualTo(A_LOT);
    }

    /** What the file guards against: the same load is refused without its policy. */
    @Test
    void withoutEvictionWritesFail() {
        redis.configSet("maxmemory-policy", "noeviction");

        assertThatThrownBy(this::fill).isInstanceOf(RedisCommandExecutionException.class).hasMessageContaining("OOM");
    }

    @Test
    void aRestartIsNotColdAndConnectionsAreNotCutForIdleness() {
        assertThat(redis.configGet("*"))
                .containsEntry("appendonly", "yes")
                .containsEntry("appendfsync", "everysec")
                .containsEntry("save", "")
                .containsEntry("timeout", "0")
                .containsEntry("lazyfree-lazy-eviction", "yes");
    }

    private void fill() {
        for (int entry = 0; entry < ENTRIES; entry++) {
            redis.setex("course:" + entry, 300, A_LOT);
        }
    }

    private long stat(String section, String name) {
        return redis.info(section).lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }
}
