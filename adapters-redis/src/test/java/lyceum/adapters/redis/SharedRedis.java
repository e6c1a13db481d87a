package lyceum.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The Redis that tests share: that of {@code REDIS_URL}, or one of this JVM. Every test takes a prefix that nobody else
 * has, and touches nothing outside it.
 */
final class SharedRedis {

    static final String URI = uri();
    static final RedisAdapter ADAPTER = RedisAdapter.open(
            RedisServer.at(URI).withCommandTimeout(Duration.ofSeconds(10)), Clock.systemUTC());
    static final RedisCommands<String, String> RAW = RedisClient.create(URI).connect().sync();

    private SharedRedis() {}

    private static String uri() {
        @Nullable
        String given = System.getenv("REDIS_URL");
        try {
            return given == null ? LocalRedis.start().uri() : given;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String newPrefix() {
        return "test-" + UUID.randomUUID() + ':';
    }

    static List<String> keys(String prefix) {
        return ScanIterator.scan(RAW, ScanArgs.Builder.matches(prefix + '*').limit(1_000)).stream()
                .distinct()
                .toList();
    }

    /** The invariant of every test: nothing of ours stays for ever. Leaves nothing behind. */
    static void assertEveryKeyExpires(String prefix) {
        for (var key : keys(prefix)) {
            // -2 if it has expired meanwhile.
            assertThat(RAW.pttl(key)).as("time to live of %s", key).isNotEqualTo(-1);
        }
        keys(prefix).forEach(RAW::unlink);
    }

    /** Lets every key expire so much earlier. */
    static void age(String prefix, Duration time) {
        for (var key : keys(prefix)) {
            long left = RAW.pttl(key) - time.toMillis();
            if (left > 0) {
                RAW.pexpire(key, left);
            } else {
                RAW.unlink(key);
            }
        }
    }

    /** Returns when at least this much time has passed. */
    static void passTime(Duration time) {
        new CompletableFuture<Void>().completeOnTimeout(null, time.toMillis() + 5, TimeUnit.MILLISECONDS).join();
    }
}
