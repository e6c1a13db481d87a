package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.open;
import static lyceum.adapters.redis.OwnRedis.withRedis;
import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import lyceum.domain.cache.ChangeLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That readiness is told, and told why, when what is changed in Redis does not come back. */
@Timeout(60)
class SyncCanaryTest {

    private static final RedisCacheOptions OPTIONS = RedisCacheOptions.ofSchema(1);

    /** What it says while somebody follows the log. */
    private static Optional<String> check(String uri, Function<RedisAdapter, ChangeLog> logOf) {
        try (var adapter = open(uri)) {
            var going = new AtomicBoolean(true);
            var log = logOf.apply(adapter);
            var begun = new CompletableFuture<Void>();
            var reader = CompletableFuture.runAsync(() -> follow(log, going, begun));
            begun.join();
            var answer = await(adapter.canary(OPTIONS).get());
            going.set(false);
            reader.join();
            return answer;
        }
    }

    private static void follow(ChangeLog log, AtomicBoolean going, CompletableFuture<Void> begun) {
        var position = new ChangeLog.Position("");
        while (going.get()) {
            var from = position;
            position = log.after(from).thenApply(ChangeLog.Batch::last).toCompletableFuture()
                    .exceptionally(_ -> from).join();
            begun.complete(null);
        }
    }

    static Optional<String> check(String uri) {
        return check(uri, adapter -> adapter.changeLog(OPTIONS));
    }

    @Test
    void allIsWellIfARecordComesBack() throws Exception {
        try (var redis = LocalRedis.start()) {
            assertThat(check(redis.uri())).isEmpty();
        }
    }

    @Test
    void aRenamedCommandIsNamed() throws Exception {
        for (var command : new String[] {"EVALSHA", "XADD", "XREAD", "INFO"}) {
            try (var redis = LocalRedis.start("--rename-command", command, "secret-" + command)) {
                assertThat(check(redis.uri())).as(command).hasValueSatisfying(
                        why -> assertThat(why).contains(command + " is not permitted: "));
            }
        }
    }

    @Test
    void aLogOfAnotherPrefixIsNamed() throws Exception {
        try (var redis = LocalRedis.start()) {
            assertThat(check(redis.uri(), adapter -> adapter.changeLog(OPTIONS.withPrefix("other:"))))
                    .contains("the log's prefix differs: lyceum: is written and [other:] is read");
        }
    }

    @Test
    void aLogThatNobodyReadsIsNamed() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = open(redis.uri())) {
            assertThat(await(adapter.canary(OPTIONS).get())).contains("nobody reads the log");
            adapter.changeLog(OPTIONS);
            assertThat(await(adapter.canary(OPTIONS).get())).contains("records do not come back within 1 s");
        }
    }

    @Test
    void aRedisThatIsAwayIsNamed() throws Exception {
        assertThat(check("redis://127.0.0.1:" + LocalRedis.freePort())).hasValueSatisfying(
                why -> assertThat(why).startsWith("Redis cannot be reached: "));
    }

    @Test
    void whoeverAsksAllTheTimeAsksTheServerSeldom() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = open(redis.uri())) {
            adapter.changeLog(OPTIONS);
            var canary = adapter.canary(OPTIONS);
            long begin = System.nanoTime();
            for (int i = 0; i < 100_000; i++) {
                var _ = canary.get();
            }
            long rounds = 1 + Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1_500;
            await(canary.get());
            withRedis(commands -> assertThat(commands.xlen("lyceum:{p0}:@log")).isLessThanOrEqualTo(rounds), redis);
        }
    }
}
