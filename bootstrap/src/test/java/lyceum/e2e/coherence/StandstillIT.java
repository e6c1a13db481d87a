package lyceum.e2e.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.api.sync.RedisServerCommands;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lyceum.e2e.Client;
import lyceum.e2e.Client.Reply;
import lyceum.e2e.RedisProcess;
import lyceum.e2e.coherence.Disturbance.Direction;
import lyceum.e2e.coherence.Disturbance.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that stands still for longer than a read may take, as a machine does that is suspended or moved, while reads
 * wait for Redis and for MongoDB. When it goes on, all time is up at once, and all answers are there.
 */
class StandstillIT {

    private static final int COURSES = 40;

    /** From the first read of cold courses to the standstill: the first have been loaded by then, the last not begun. */
    private static final Duration UNDER_WAY = Duration.ofMillis(200);

    private static final Duration BETWEEN_READS = UNDER_WAY.dividedBy(COURSES);

    /** All commands share one connection, on which one answer is held up after the other. */
    private static final Duration REDIS_TAKES = Duration.ofMillis(1);

    private static final Duration STORE_TAKES = Duration.ofMillis(40);
    private static final Duration HARD_TIMEOUT = Duration.ofSeconds(2);

    @TempDir
    private static Path folder;

    private static RedisProcess redis;
    private static Store store;
    private static FaultProxy wayToStore;
    private static Instance instance;
    private static Client admin;

    private final List<String> courses = new ArrayList<>();

    @BeforeAll
    static void start() {
        Signals.assumePossible();
        redis = new RedisProcess();
        store = new Store();
        var address = URI.create(store.uri());
        wayToStore = new FaultProxy(address.getPort(), 0);
        var settings = Map.of(
                "MONGO_URI", store.uri().replace(":" + address.getPort(), ":" + wayToStore.port()),
                "LYCEUM_HARD_TIMEOUT", HARD_TIMEOUT.toMillis() + "ms",
                "LYCEUM_ADMIN_EMAIL", "admin@lyceum.example",
                "LYCEUM_ADMIN_PASSWORD", "a password for tests",
                "JWT_SECRET", "0123456789abcdef0123456789abcdef",
                "LYCEUM_WARM", "false");
        instance = Instance.start(0, folder, settings, new FaultProxy(redis.port(), 0));
        admin = instance.client().loggedIn("admin@lyceum.example", "a password for tests");
    }

    @AfterAll
    static void stop() {
        instance.close();
        wayToStore.close();
        store.close();
        redis.close();
    }

    @BeforeEach
    void createAndForget() {
        instance.proxy().heal();
        wayToStore.heal();
        for (var i = 0; i < COURSES; i++) {
            var course = "{\"title\":\"Still %d\",\"category\":\"still\",\"difficulty\":\"beginner\"}".formatted(i);
            courses.add("/courses/" + admin.json("POST", "/courses", course).string("id"));
        }
        redis.ask(RedisServerCommands::flushall);
        assertThat(admin.delete("/cache/invalidate?prefix=course:").status()).isLessThan(300);
    }

    @RepeatedTest(3)
    void reads_under_way_are_answered_when_it_goes_on() {
        instance.proxy().impose(Disturbance.delay(Target.OTHERS, Direction.TO_CLIENT, REDIS_TAKES));
        wayToStore.impose(Disturbance.delay(Target.ALL, Direction.TO_CLIENT, STORE_TAKES));
        var schedule = new Schedule();
        var underWay = IntStream.range(0, COURSES).mapToObj(place -> {
            schedule.next(BETWEEN_READS);
            return read(place);
        }).toList();
        instance.pause();
        var joining = IntStream.range(0, COURSES).mapToObj(this::read).toList();
        Schedule.pass(HARD_TIMEOUT.plusMillis(500));
        instance.resume();

        assertThat(Stream.concat(underWay.stream(), joining.stream()).map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer.status()).as(answer.text()).isEqualTo(200));
    }

    private CompletableFuture<Reply> read(int place) {
        var client = new Client(admin.url());
        return CompletableFuture.supplyAsync(() -> client.get(courses.get(place)), Thread::startVirtualThread);
    }
}
