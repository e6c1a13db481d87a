package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.entry;
import static lyceum.adapters.redis.OwnRedis.probe;
import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.Range;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That there is a record exactly if there is a change, however many make them. */
@Timeout(60)
class RedisLogRaceTest extends OneLog {

    /** {@code -Dlyceum.seed} repeats the choices. */
    @Test
    void thereAreAsManyRecordsAsThereWasNews() throws Exception {
        var seed = (long) Long.getLong("lyceum.seed", ThreadLocalRandom.current().nextLong());
        var random = new SplittableRandom(seed);
        try (var pool = Executors.newFixedThreadPool(4)) {
            var threads = IntStream.range(0, 4)
                    .mapToObj(_ -> random.split())
                    .<Callable<Integer>>map(choices -> () -> news(choices))
                    .toList();
            int news = 0;
            for (Future<Integer> thread : pool.invokeAll(threads)) {
                news += thread.get();
            }
            assertThat(records()).as("seed %d", seed).hasSize(news);
        }
    }

    private int news(SplittableRandom choices) {
        int news = 0;
        for (int i = 0; i < 300; i++) {
            var key = new CacheKey(Kind.COURSE, "k" + choices.nextInt(3));
            if (choices.nextBoolean()) {
                news += await(cache.tier().invalidate(key, choices.nextInt(200))) ? 1 : 0;
            } else {
                cache.publish(cache.fence(key), entry(choices.nextInt(1, 200)));
                news++;
            }
        }
        return news;
    }

    /** Whoever reads a record finds the change done: nothing as old is held any more. */
    @Test
    void whenARecordCanBeReadItsChangeIsDone() throws Exception {
        var follower = Followed.from(SharedRedis.ADAPTER.changeLog(options));
        try (var pool = Executors.newSingleThreadExecutor()) {
            var writer = pool.submit(() -> {
                for (int version = 1; version <= 300; version++) {
                    cache.put(KEY, entry(version));
                    cache.invalidate(KEY, version);
                }
            });
            Collection<Long> wrong = new HashSet<>();
            var last = new Announcement.Obsolete(KEY, 300);
            while (!follower.announced().contains(last)) {
                follower.next().entries().forEach(each -> {
                    if (each.announcement() instanceof Announcement.Obsolete(_, var version)
                            && held() <= version) {
                        wrong.add(version);
                    }
                });
            }
            writer.get();
            assertThat(wrong).isEmpty();
        }
    }

    private long held() {
        var head = SharedRedis.RAW.getrange(prefix + "{p0}:course:c1", 0, 20);
        return head.isEmpty() ? Long.MAX_VALUE : Long.parseUnsignedLong(head.substring(1)) ^ Long.MIN_VALUE;
    }

    @Test
    void partitionsTellOfTheirOwnKeysAndAllOfThemOfTags() {
        var many = probe(SharedRedis.ADAPTER.cacheTier(options.withPartitions(3)));
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            many.invalidate(new CacheKey(Kind.COURSE, "k" + i), 1);
        }
        for (int partition = 0; partition < 3; partition++) {
            SharedRedis.RAW.xrange(prefix + "{p" + partition + "}:@log", Range.unbounded())
                    .forEach(record -> ids.add(record.getBody().get("id")));
        }
        assertThat(ids).hasSize(20);
        long before = records().size();
        many.invalidateTags(new Tag("a"));
        assertThat(records()).hasSize((int) before + 1);
    }
}
