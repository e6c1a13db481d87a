package lyceum.adapters.redis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import lyceum.contract.TierProbe;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.TierUnavailable;

/** The words of tests that do something to a Redis of their own. */
final class OwnRedis {

    private OwnRedis() {}

    static final CacheKey KEY = new CacheKey(Kind.COURSE, "c1");
    static final CacheKey OTHER = new CacheKey(Kind.COURSE, "c2");
    static final Duration COMMAND_TIMEOUT = Duration.ofMillis(1500);

    static RedisAdapter open(String uri) {
        return RedisAdapter.open(RedisServer.at(uri).withCommandTimeout(COMMAND_TIMEOUT), Clock.systemUTC());
    }

    static CacheTier tier(RedisAdapter adapter) {
        return adapter.cacheTier(RedisCacheOptions.ofSchema(1));
    }

    static TierProbe probe(CacheTier tier) {
        return new TierProbe(tier, 1_000);
    }

    static CacheEntry entry(long version) {
        long now = System.currentTimeMillis();
        var content = new Content.Present(version, "\"" + version + "\"", Body.of("version " + version));
        return new CacheEntry(content, now, now + 60_000, now + 120_000);
    }

    static void withRedis(Consumer<RedisCommands<String, String>> use, LocalRedis redis) {
        try (var client = RedisClient.create(redis.uri()); var connection = client.connect()) {
            use.accept(connection.sync());
        }
    }

    /** @return the address for a user who may do no more than the rules say */
    static String user(LocalRedis redis, String... rules) {
        var args = new CommandArgs<>(StringCodec.UTF8).add("SETUSER").add("somebody").add("reset").add("on")
                .add(">secret");
        for (var rule : rules) {
            args.add(rule);
        }
        withRedis(
                commands -> commands.dispatch(CommandType.ACL, new StatusOutput<>(StringCodec.UTF8), args), redis);
        return redis.uri().replace("redis://", "redis://somebody:secret@");
    }

    static void assertUnavailable(CacheTier tier) {
        CompletableFuture<Lookup> answer = tier.lookup(KEY).toCompletableFuture();
        assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(TierUnavailable.class);
    }

    static void awaitConnected(RedisAdapter adapter) {
        while (!adapter.connected()) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    static void awaitDisconnected(RedisAdapter adapter) {
        while (adapter.connected()) {
            LockSupport.parkNanos(5_000_000);
        }
    }
}
