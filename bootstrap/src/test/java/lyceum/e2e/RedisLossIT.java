package lyceum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Redis goes away under traffic, and comes back. */
class RedisLossIT {

    @TempDir
    private Path folder;

    @Test
    void no_public_read_fails_and_what_was_written_meanwhile_is_seen_afterwards() throws Exception {
        try (var redis = new RedisProcess();
                var artefact = Artefact.start(folder,
                        Map.of("REDIS_URL", redis.url(), "LYCEUM_COURSE_TTL", "1s", "LYCEUM_LIST_TTL", "1s"))) {
            var admin = artefact.admin();
            var id = admin.anyCourse();
            var readers = new Readers(new Client(admin.url()));
            try (readers) {
                readers.seen(1_000);
                redis.stop();
                readers.seen(1_000);
                assertThat(admin.json("PATCH", "/courses/" + id, "{\"title\":\"While away\"}").status()).isEqualTo(200);
                assertThat(admin.get("/courses/" + id).string("title")).isEqualTo("While away");
                assertThat(admin.get("/health/readiness").status()).isEqualTo(200);
                readers.seen(1_000);
                redis.startAgain();
                Until.holds("Redis is used again", () -> redis.<Long>ask(commands -> commands.dbsize()) > 0);
                readers.seen(1_000);
            }
            assertThat(readers.failures).isEmpty();
            assertThat(admin.get("/courses/" + id).string("title")).isEqualTo("While away");
            assertThat(redis.keysWithoutTtl()).isEmpty();
        }
    }

    @Test
    void an_instance_starts_while_redis_is_away() throws Exception {
        try (var redis = new RedisProcess()) {
            redis.stop();
            try (var artefact = Artefact.start(folder, Map.of("REDIS_URL", redis.url()))) {
                assertThat(artefact.client().get("/courses").status()).isEqualTo(200);
                // What is held before the first confirmation goes with it.
                Until.holds("it is remembered",
                        () -> artefact.client().get("/courses").header("Cache-Status").contains("caffeine; hit"));
            } finally {
                redis.startAgain();
            }
        }
    }

    /** Clients that read courses and lists until they are closed. */
    private static final class Readers implements AutoCloseable {

        private final Map<String, String> failures = new ConcurrentHashMap<>();
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final LongAdder answers = new LongAdder();
        private final CompletableFuture<?> all;

        Readers(Client client) {
            var ids = client.get("/courses?page_size=100").items().stream().map(item -> item.get("id")).toList();
            this.all = CompletableFuture.allOf(IntStream.range(0, 4)
                    .mapToObj(reader -> CompletableFuture.runAsync(() -> {
                        for (var i = reader; !stopped.get(); i++) {
                            read(client, "/courses/" + ids.get(i % ids.size()));
                            read(client, "/courses?page=" + (1 + i % 50) + "&page_size=5");
                        }
                    }, Thread::startVirtualThread))
                    .toArray(CompletableFuture[]::new));
        }

        private void read(Client client, String path) {
            try {
                var reply = client.get(path);
                if (reply.status() != 200) {
                    failures.put(path, reply.status() + " " + reply.text());
                }
            } catch (RuntimeException failure) {
                failures.put(path, failure.toString());
            }
            answers.increment();
        }

        /** Waits until so many more reads have been answered. */
        void seen(long more) {
            var target = answers.sum() + more;
            Until.holds(more + " more reads", () -> answers.sum() >= target || all.isDone());
        }

        @Override
        public void close() {
            stopped.set(true);
            all.join();
        }
    }
}
