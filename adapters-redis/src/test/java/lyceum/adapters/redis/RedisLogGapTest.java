package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.OTHER;
import static lyceum.adapters.redis.OwnRedis.probe;
import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.Range;
import io.lettuce.core.XAddArgs;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lyceum.contract.TierProbe;
import lyceum.domain.cache.Announcement.Obsolete;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.ChangeLog;
import lyceum.domain.cache.ChangeLog.Position;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Mechanism;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That whatever a reader missed is a gap. */
@Timeout(60)
class RedisLogGapTest {

    private final String prefix = SharedRedis.newPrefix();
    private final RedisCacheOptions options = RedisCacheOptions.ofSchema(1).withPrefix(prefix);
    private final TierProbe cache = probe(SharedRedis.ADAPTER.cacheTier(options));
    private final ChangeLog log = SharedRedis.ADAPTER.changeLog(options);
    private final String stream = prefix + "{p0}:@log";

    @AfterEach
    void everyKeyExpires() {
        SharedRedis.assertEveryKeyExpires(prefix);
    }

    @Test
    void aTrimmedLogIsAGapToWhoWasNotYetThere() {
        var behind = Followed.from(log);
        cache.invalidate(KEY, 1);
        cache.invalidate(OTHER, 1);
        var there = Followed.from(log);
        cache.invalidate(KEY, 2);
        SharedRedis.RAW.xtrim(stream, 1);
        assertThat(behind.next().gap()).isTrue();
        assertThat(there.next().gap()).isFalse();
        assertThat(there.announced()).containsExactly(new Obsolete(KEY, 2));
    }

    @Test
    void aReaderSlowerThanTheLogIsLongIsToldSo() {
        var small = probe(SharedRedis.ADAPTER.cacheTier(options.withLogLength(50)));
        var reader = Followed.from(log);
        for (int i = 0; i < 500; i++) {
            small.invalidate(KEY);
        }
        assertThat(reader.next().gap()).isTrue();
    }

    @Test
    void aRecordThatWasTakenOutIsAGap() {
        var reader = Followed.from(log);
        cache.invalidate(KEY, 1);
        cache.invalidate(KEY, 2);
        cache.invalidate(KEY, 3);
        SharedRedis.RAW.xdel(stream, SharedRedis.RAW.xrange(stream, Range.unbounded()).get(2).getId());
        assertThat(reader.next().gap()).isTrue();
    }

    @Test
    void aRecordOfAnotherHandOrReleaseIsAGap() {
        for (var fields : List.of(
                Map.of("x", "y"),
                Map.of("op", "later"),
                Map.of("op", "obsolete", "kind", "NO", "id", "x", "version", "1"),
                Map.of("op", "obsolete", "kind", "course", "id", "x", "version", "y"),
                Map.of("op", "tags", "tag1", "x"))) {
            var reader = Followed.from(log);
            var all = new HashMap<>(fields);
            all.put("prev", SharedRedis.RAW.xrevrange(stream, Range.unbounded()).getFirst().getId());
            SharedRedis.RAW.xadd(stream, all);
            var batch = reader.next();
            assertThat(batch.gap()).as("%s", fields).isTrue();
            assertThat(batch.entries()).isEmpty();
        }
        SharedRedis.RAW.pexpire(stream, 60_000);
    }

    /** The server's clock was set back, say: the next records have ids that were read long ago, and are never answered. */
    @Test
    void aLogThatWasLostAndGoesOnWithSmallerIdsIsAGap() {
        var reader = Followed.from(log);
        cache.invalidate(KEY, 1);
        reader.next();
        SharedRedis.RAW.del(stream);
        SharedRedis.RAW.xadd(stream, new XAddArgs().id("5-1"), Map.of("prev", "0-0", "op", "cleared"));
        SharedRedis.RAW.pexpire(stream, 60_000);
        assertThat(reader.next().gap()).isTrue();
    }

    /** Although the log of another partition is never silent. */
    @Test
    void aLostPartitionIsNoticedBesideABusyOne() {
        var many = options.withPartitions(2);
        var tier = probe(SharedRedis.ADAPTER.cacheTier(many));
        var reader = Followed.from(SharedRedis.ADAPTER.changeLog(many));
        SharedRedis.RAW.del(prefix + "{p1}:@log");
        var busy = IntStream.range(0, 99)
                .mapToObj(i -> new CacheKey(Kind.COURSE, "k" + i))
                .filter(key -> Bytes.text(new CellKeys(many).of(key).cell()).contains("{p0}"))
                .findFirst()
                .orElseThrow();
        long begin = System.nanoTime();
        while (reader.gaps() == 0) {
            tier.invalidate(busy);
            reader.next();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void whatIsNoPositionIsTheEndAndAGap() {
        for (var text : new String[] {"", "x", "a b", "0123456789abcdef 1-1", "0123456789abcdef 1-1/x",
            "a 1-1/1 1-1/1"}) {
            assertThat(await(log.after(new Position(text))).gap()).as(text).isTrue();
        }
    }

    @Test
    void withoutGapDetectionThereIsNone() {
        var blind = SharedRedis.ADAPTER.changeLog(options.without(Set.of(Mechanism.GAP_DETECTION)));
        var reader = Followed.from(blind);
        cache.invalidate(KEY, 1);
        SharedRedis.RAW.del(stream);
        cache.invalidate(KEY, 2);
        assertThat(reader.until(new Obsolete(KEY, 2))).containsExactly(new Obsolete(KEY, 2));
        assertThat(reader.gaps()).isZero();
    }
}
