package lyceum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.ScanIterator;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import lyceum.e2e.coherence.Schedule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads and writes through all three tiers of the running artefact, over a Redis that the test can look into. */
class TiersIT {

    @TempDir
    private static Path folder;

    private static RedisProcess redis;
    private static Artefact artefact;
    private static Client client;
    private static Client admin;

    @BeforeAll
    static void start() throws Exception {
        redis = new RedisProcess();
        artefact = Artefact.start(folder, Map.of("REDIS_URL", redis.url(), "LYCEUM_WARM", "false"));
        admin = artefact.admin();
        client = new Client(admin.url());
    }

    @AfterAll
    static void stop() {
        artefact.close();
        redis.close();
    }

    private static String create(String category) {
        var course = "{\"title\":\"Tiers\",\"category\":\"%s\",\"difficulty\":\"beginner\"}".formatted(category);
        return admin.json("POST", "/courses", course).string("id");
    }

    private static String path(String id) {
        return "/courses/" + id;
    }

    @Test
    void the_header_names_the_tier_that_answered() {
        var id = client.anyCourse();
        admin.delete("/cache/invalidate/" + id);

        assertThat(client.get(path(id)).header("Cache-Status")).contains("redis; fwd=", "caffeine; fwd=");
        assertThat(client.get(path(id)).header("Cache-Status")).contains("caffeine; hit").doesNotContain("fwd=");
    }

    @Test
    void a_thousand_readers_of_one_cold_course_cost_one_load() {
        var id = client.anyCourse();
        admin.delete("/cache/invalidate/" + id);
        var before = loads();

        var readers = IntStream.range(0, 1_000)
                .mapToObj(_ -> Client.HTTP.sendAsync(client.request(path(id)).build(), BodyHandlers.ofString()))
                .toList();

        assertThat(readers.stream().map(CompletableFuture::join).map(HttpResponse::statusCode)).containsOnly(200);
        assertThat(loads() - before).isEqualTo(1);
    }

    private static long loads() {
        return Stats.number(client, "source", "course", "loads");
    }

    /** X7. What the instance sends in the background meanwhile is sent in as long a time without reads, too. */
    @Test
    void a_hit_in_memory_sends_redis_nothing_and_the_ratio_counts_it() {
        var id = client.anyCourse();
        client.get(path(id));
        var hits = hits();
        var begun = System.nanoTime();

        var busy = commands(() -> IntStream.range(0, 200).forEach(_ -> client.get(path(id))));
        var idle = commands(() -> Schedule.pass(Duration.ofNanos(System.nanoTime() - begun)));

        assertThat(busy).isLessThanOrEqualTo(idle + 20);
        assertThat(hits() - hits).isEqualTo(200);
    }

    private static long commands(Runnable work) {
        var before = redis.commands();
        work.run();
        return redis.commands() - before;
    }

    private static long hits() {
        return Stats.number(client, "tiers", "caffeine", "kinds", "course", "hits");
    }

    /** What is cached as soon as it serves is not dropped because it has just begun to follow what others write. */
    @Test
    void once_it_serves_nothing_is_cleared() {
        var last = new AtomicLong();
        Until.holds("it is confirmed again", () -> {
            var since = Stats.number(client, "coherence", "since_confirmed_ms");
            return since < last.getAndSet(since);
        });
        assertThat(Stats.number(client, "coherence", "epochs")).isZero();
    }

    @Test
    void a_write_scans_nothing_and_lists_show_it_at_once() {
        var listed = client.get("/courses?category=fresh").json();
        assertThat(listed.get("total")).isEqualTo(0);
        var scans = redis.calls("scan") + redis.calls("keys");

        var id = create("Fresh");

        assertThat(client.get("/courses?category=fresh").json().get("total")).isEqualTo(1);
        assertThat(redis.calls("scan") + redis.calls("keys")).isEqualTo(scans);
        admin.delete(path(id));
        assertThat(client.get("/courses?category=fresh").json().get("total")).isEqualTo(0);
        assertThat(client.get(path(id)).status()).isEqualTo(404);
    }

    @Test
    void a_change_in_one_category_leaves_the_lists_of_others() {
        client.get("/courses?category=music");
        var id = create("Elsewhere");

        assertThat(client.get("/courses?category=music").header("Cache-Status")).contains("caffeine; hit");
        admin.delete(path(id));
    }

    @Test
    void missing_ids_are_remembered_and_their_memory_is_bounded() {
        var before = loads();
        var missing = path("0123456789abcdef01234567");
        assertThat(client.get(missing).status()).isEqualTo(404);
        assertThat(client.get(missing).status()).isEqualTo(404);

        assertThat(loads() - before).isEqualTo(1);
    }

    @Test
    void concurrent_changes_of_one_course_are_all_kept() {
        var id = create("Contended");
        var version = Long.parseLong(client.get(path(id)).string("version"));
        var writers = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> admin.json(
                        "POST", path(id) + "/modules", "{\"title\":\"Module " + i + "\"}")
                        .status()))
                .toList();

        assertThat(writers.stream().map(CompletableFuture::join)).containsOnly(201);
        var course = client.get(path(id)).json();
        assertThat((List<?>) course.get("modules")).hasSize(20);
        assertThat(course.get("version")).isEqualTo((int) version + 20);
        admin.delete(path(id));
    }

    @Test
    void every_key_in_redis_expires() {
        var id = create("Expiring");
        client.get(path(id));
        client.get("/courses");
        client.get(path("ffffffffffffffffffffffff"));
        admin.json("PATCH", path(id), "{\"title\":\"Changed\"}");
        admin.delete("/cache/invalidate/" + id);
        admin.delete("/cache/invalidate?prefix=course:");
        client.get(path(id));
        admin.delete(path(id));

        assertThat(redis.<Long>ask(commands -> commands.dbsize())).isPositive();
        assertThat(redis.keysWithoutTtl()).isEmpty();
    }

    @Test
    void nothing_private_is_in_redis() {
        create("Private");
        client.get("/courses");
        var dump = redis.ask(commands -> {
            var all = new StringBuilder();
            ScanIterator.scan(commands).forEachRemaining(key -> {
                all.append(key).append('\n');
                if (commands.type(key).equals("string")) {
                    all.append(commands.get(key)).append('\n');
                }
            });
            return all.toString();
        });

        assertThat(dump).contains("\"title\"").doesNotContain("argon2", "owner", "external_id", "admin@",
                admin.token());
    }
}
