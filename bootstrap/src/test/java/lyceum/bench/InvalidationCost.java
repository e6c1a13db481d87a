package lyceum.bench;

import io.lettuce.core.RedisClient;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import lyceum.adapters.redis.RedisAdapter;
import lyceum.adapters.redis.RedisCacheOptions;
import lyceum.adapters.redis.RedisServer;
import lyceum.bootstrap.embedded.EmbeddedRedis;
import lyceum.bootstrap.embedded.EvictionPolicy;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.Tag;

/**
 * What it takes to invalidate all lists, with few and with very many of them cached. Both servers run at once and are asked
 * in turn. What was cached stays where it is, unreachable, so every round meets as many cells.
 *
 * <p>Arguments: the two numbers of lists (default 10 and 1000000).
 */
public final class InvalidationCost {

    private static final int ROUNDS = 2_000;
    private static final int AT_ONCE = 1_000;
    private static final Tag LISTS = new Tag("courses");
    private static final Content PAGE = new Content.Present(0, "\"page\"", Body.of("x".repeat(200)));

    private InvalidationCost() {}

    public static void main(String[] args) throws Exception {
        var few = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        var many = args.length > 1 ? Integer.parseInt(args[1]) : 1_000_000;
        try (var one = EmbeddedRedis.inFolder(Files.createTempDirectory("lyceum-bench"), EvictionPolicy.VOLATILE_LRU);
                var other =
                        EmbeddedRedis.inFolder(Files.createTempDirectory("lyceum-bench"), EvictionPolicy.VOLATILE_LRU);
                var unlimited = RedisClient.create(other.uri());
                var toOne = RedisAdapter.open(RedisServer.at(one.uri()), InstantSource.system());
                var toOther = RedisAdapter.open(RedisServer.at(other.uri()), InstantSource.system())) {
            unlimited.connect().sync().configSet("maxmemory", "0");
            compare(few, tier(toOne, few), many, tier(toOther, many));
        }
    }

    private static CacheTier tier(RedisAdapter redis, int lists) {
        var tier = redis.cacheTier(RedisCacheOptions.ofSchema(1));
        for (var from = 0; from < lists; from += AT_ONCE) {
            var some = IntStream.range(from, Math.min(lists, from + AT_ONCE)).mapToObj(i -> cache(tier, i));
            CompletableFuture.allOf(some.toArray(CompletableFuture[]::new)).join();
        }
        return tier;
    }

    private static CompletableFuture<?> cache(CacheTier tier, int number) {
        var key = new CacheKey(Kind.COURSES_LIST, "list" + number, Set.of(LISTS));
        var now = System.currentTimeMillis();
        var until = now + Duration.ofHours(1).toMillis();
        return tier.lookup(key)
                .thenCompose(lookup -> switch (lookup) {
                    case Lookup.Leased(var lease) -> tier.fill(lease, new CacheEntry(PAGE, now, until, until));
                    default -> CompletableFuture.completedStage(true);
                })
                .toCompletableFuture();
    }

    private static void compare(int few, CacheTier one, int many, CacheTier other) {
        var ofFew = new ArrayList<Long>();
        var ofMany = new ArrayList<Long>();
        for (var round = 0; round < ROUNDS; round++) {
            ofFew.add(invalidate(one));
            ofMany.add(invalidate(other));
        }
        report(few, ofFew);
        report(many, ofMany);
    }

    private static long invalidate(CacheTier tier) {
        var begun = System.nanoTime();
        tier.invalidateTags(Set.of(LISTS)).toCompletableFuture().join();
        return System.nanoTime() - begun;
    }

    private static void report(int lists, List<Long> nanos) {
        var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                "%,9d lists   median %,d us   p99 %,d us%n",
                lists, sorted[sorted.length / 2] / 1_000, sorted[sorted.length * 99 / 100] / 1_000);
    }
}
