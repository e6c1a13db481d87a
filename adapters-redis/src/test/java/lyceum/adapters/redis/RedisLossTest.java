package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.OTHER;
import static lyceum.adapters.redis.OwnRedis.open;
import static lyceum.adapters.redis.OwnRedis.tier;
import static lyceum.adapters.redis.OwnRedis.probe;
import static lyceum.adapters.redis.OwnRedis.entry;
import static lyceum.adapters.redis.OwnRedis.withRedis;
import static lyceum.adapters.redis.OwnRedis.assertUnavailable;
import static lyceum.adapters.redis.OwnRedis.awaitConnected;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.api.sync.RedisCommands;
import lyceum.contract.TierProbe;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Lookup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A Redis that was emptied, is full, or is back with what it had earlier. */
@Timeout(60)
class RedisLossTest {

    @Test
    void forgottenScriptsAreSentAgain() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = open(redis.uri())) {
            var cache = probe(tier(adapter));
            cache.put(KEY, entry(1));
            withRedis(RedisCommands::scriptFlush, redis);
            var committed = entry(2);
            assertThat(cache.publish(cache.fence(KEY), committed)).isTrue();
            cache.assertHits(KEY, committed);
        }
    }

    @Test
    void aFlushedRedisHoldsNoLeaseNoFenceAndNoEntry() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = open(redis.uri())) {
            var cache = probe(tier(adapter));
            var lease = cache.lease(KEY);
            var fence = cache.fence(OTHER);
            withRedis(RedisCommands::flushall, redis);
            assertThat(cache.fill(lease, entry(1))).isFalse();
            assertThat(cache.publish(fence, entry(1))).isFalse();
            cache.assertHasNothing(KEY);
        }
    }

    /** The snapshot lacks the last invalidation. */
    @Test
    void whatARestartBringsBackIsNotServed() throws Exception {
        try (var redis = LocalRedis.start("--dbfilename", "dump.rdb"); var adapter = open(redis.uri())) {
            var cache = probe(tier(adapter));
            cache.put(KEY, entry(1));
            withRedis(RedisCommands::save, redis);
            cache.invalidate(KEY, 2);
            redis.restart();
            withRedis(commands -> assertThat(commands.exists("lyceum:{p0}:course:c1")).isOne(), redis);
            awaitConnected(adapter);
            cache.put(KEY, entry(2));
        }
    }

    @Test
    void aFullRedisStillTakesInvalidationsAndServesHits() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = open(redis.uri())) {
            var cache = probe(tier(adapter));
            var held = entry(1);
            cache.put(KEY, held);
            cache.put(OTHER, held);
            withRedis(commands -> commands.configSet("maxmemory", "1"), redis);
            cache.assertHits(OTHER, held);
            cache.invalidate(KEY, 2);
            assertUnavailable(cache.tier());
            var fence = cache.fence(OTHER);
            cache.publish(fence, entry(3));
            cache.clear();
            withRedis(commands -> commands.configSet("maxmemory", "0"), redis);
            cache.put(KEY, entry(2));
            cache.assertHasNothing(OTHER);
        }
    }

    @Test
    void aFullRedisThatEvictsLosesNothingButHits() throws Exception {
        try (var redis = LocalRedis.start("--maxmemory-policy", "allkeys-random"); var adapter = open(redis.uri())) {
            var cache = probe(tier(adapter));
            withRedis(commands -> commands.configSet("maxmemory", "3mb"), redis);
            for (int i = 0; i < 3_000; i++) {
                var key = new CacheKey(Kind.COURSE, "e" + i);
                if (cache.lookup(key) instanceof Lookup.Leased(var lease)) {
                    cache.fill(lease, entry(1));
                }
            }
            cache.clear();
            for (int i = 0; i < 3_000; i++) {
                assertThat(cache.lookup(new CacheKey(Kind.COURSE, "e" + i))).isInstanceOf(Lookup.Leased.class);
            }
            assertThat(TierProbe.await(cache.tier().stats()).details()).containsKeys("keyspace_hits", "maxmemory");
        }
    }
}
