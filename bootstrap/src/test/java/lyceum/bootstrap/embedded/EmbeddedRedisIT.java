package lyceum.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisIT {

    @TempDir
    private Path folder;

    @Test
    void answersOnLoopbackWithBoundedMemory() {
        onServer(redis -> {
            redis.set("greeting", "hello");

            assertThat(redis.get("greeting")).isEqualTo("hello");
            assertThat(redis.configGet("*"))
                    .containsEntry("bind", "127.0.0.1")
                    .containsEntry("maxmemory", Integer.toString(128 << 20))
                    .containsEntry("maxmemory-policy", "volatile-lru")
                    .containsEntry("save", "")
                    .containsEntry("appendonly", "no");
        });
    }

    @Test
    void leavesNoDataBehindAndStopsWhenClosed() throws Exception {
        EmbeddedRedis server = EmbeddedRedis.inFolder(folder, EvictionPolicy.ALLKEYS_LRU);
        ProcessHandle redis = ProcessHandle.of(pidOf(server.uri())).orElseThrow();

        server.close();

        assertThat(redis.isAlive()).isFalse();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).noneMatch(name -> name.matches(".*(rdb|aof)"));
        }
    }

    @Test
    void diesWithAProcessThatIsKilled() throws Exception {
        try (ChildJvm host = ChildJvm.run(Host.class, folder)) {
            ProcessHandle redis = ProcessHandle.of(pidOf(host.nextMessage())).orElseThrow();

            host.kill();

            assertThat(redis.onExit().get(10, TimeUnit.SECONDS).isAlive()).isFalse();
        }
    }

    @Test
    void severalMayRunAtOnce() {
        try (EmbeddedRedis one = EmbeddedRedis.inFolder(folder.resolve("1"), EvictionPolicy.ALLKEYS_LRU);
                EmbeddedRedis other = EmbeddedRedis.inFolder(folder.resolve("2"), EvictionPolicy.ALLKEYS_LRU)) {
            assertThat(pidOf(one.uri())).isNotEqualTo(pidOf(other.uri()));
        }
    }

    private void onServer(Consumer<RedisCommands<String, String>> work) {
        try (EmbeddedRedis server = EmbeddedRedis.inFolder(folder, EvictionPolicy.VOLATILE_LRU);
                RedisClient client = RedisClient.create(server.uri())) {
            work.accept(client.connect().sync());
        }
    }

    private static long pidOf(String uri) {
        try (RedisClient client = RedisClient.create(uri)) {
            return Long.parseLong(client.connect().sync().info("server").lines()
                    .filter(line -> line.startsWith("process_id:"))
                    .findFirst()
                    .orElseThrow()
                    .substring("process_id:".length()));
        }
    }

    static final class Host {

        private Host() {}

        public static void main(String[] arguments) throws IOException {
            ChildJvm.tell(EmbeddedRedis.inFolder(Path.of(arguments[0]), EvictionPolicy.ALLKEYS_LRU).uri());
            System.in.read();
        }
    }
}
