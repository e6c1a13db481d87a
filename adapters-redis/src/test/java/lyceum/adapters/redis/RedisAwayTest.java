package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.OTHER;
import static lyceum.adapters.redis.OwnRedis.COMMAND_TIMEOUT;
import static lyceum.adapters.redis.OwnRedis.open;
import static lyceum.adapters.redis.OwnRedis.tier;
import static lyceum.adapters.redis.OwnRedis.probe;
import static lyceum.adapters.redis.OwnRedis.entry;
import static lyceum.adapters.redis.OwnRedis.assertUnavailable;
import static lyceum.adapters.redis.OwnRedis.awaitConnected;
import static lyceum.adapters.redis.OwnRedis.awaitDisconnected;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import lyceum.domain.cache.TierUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Redis that is not there yet, frozen, or killed. */
@Timeout(60)
class RedisAwayTest {

    @Test
    void everyOperationOfATierThatIsAwaySaysSo() throws Exception {
        try (var adapter = open("redis://127.0.0.1:" + LocalRedis.freePort())) {
            var tier = tier(adapter);
            assertThat(adapter.connected()).isFalse();
            assertUnavailable(tier);
            assertThat(tier.clear()).failsWithin(Duration.ofSeconds(5)).withThrowableThat()
                    .withCauseInstanceOf(TierUnavailable.class);
            assertThat(tier.invalidatePrefix("course")).failsWithin(Duration.ofSeconds(5));
            assertThat(tier.stats()).failsWithin(Duration.ofSeconds(5));
        }
    }

    @Test
    void aTierOpenedBeforeItsRedisFindsItLater() throws Exception {
        try (var redis = LocalRedis.start()) {
            redis.kill();
            try (var adapter = open(redis.uri())) {
                assertUnavailable(tier(adapter));
                redis.restart();
                awaitConnected(adapter);
                probe(tier(adapter)).put(KEY, entry(1));
            }
        }
    }

    @Test
    void aKilledRedisIsUnavailableAndARestartedOneStartsEmptyAndLearnsTheScripts() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = open(redis.uri())) {
            var cache = probe(tier(adapter));
            cache.put(KEY, entry(1));
            var lease = cache.lease(OTHER);
            redis.kill();
            awaitDisconnected(adapter);
            assertUnavailable(cache.tier());
            redis.restart();
            awaitConnected(adapter);
            assertThat(cache.fill(lease, entry(1))).isFalse();
            cache.put(KEY, entry(1));
            cache.put(OTHER, entry(1));
        }
    }

    @Test
    void aFrozenRedisCostsNoMoreThanTheTimeoutAndServesAgainAfterwards() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = open(redis.uri())) {
            var cache = probe(tier(adapter));
            var held = entry(1);
            cache.put(KEY, held);
            redis.freeze();
            long begin = System.nanoTime();
            assertUnavailable(cache.tier());
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(COMMAND_TIMEOUT.plusSeconds(1));
            redis.thaw();
            while (cache.tier().lookup(KEY).toCompletableFuture().handle((_, failure) -> failure != null).join()) {
                LockSupport.parkNanos(5_000_000);
            }
            cache.assertHits(KEY, held);
        }
    }
}
