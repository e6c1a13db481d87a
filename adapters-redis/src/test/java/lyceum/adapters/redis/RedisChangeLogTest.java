package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import lyceum.contract.TierProbe;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.Announcement.Confirmed;
import lyceum.domain.cache.Announcement.Obsolete;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.ChangeLog;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a reader is told, and that whatever he missed is a gap. */
@Timeout(60)
class RedisChangeLogTest {

    private final String prefix = SharedRedis.newPrefix();
    private final RedisCacheOptions options = RedisCacheOptions.ofSchema(1).withPrefix(prefix);
    private final TierProbe cache = probe(SharedRedis.ADAPTER.cacheTier(options));
    private final ChangeLog log = SharedRedis.ADAPTER.changeLog(options);

    @AfterEach
    void everyKeyExpires() {
        SharedRedis.assertEveryKeyExpires(prefix);
    }

    @Test
    void keysComeBackAsTheyAre() {
        var reader = Followed.from(log);
        var ids = List.of("a", "a:b", "a\nb", "a\u0000b", "ä", "雪", "\uD83D\uDE00", "{}", "x".repeat(200));
        var expected = new ArrayList<Announcement>();
        for (var id : ids) {
            for (var kind : List.of(Kind.COURSE, Kind.COURSE_ANALYTICS)) {
                cache.invalidate(new CacheKey(kind, id), 3);
                expected.add(new Obsolete(new CacheKey(kind, id), 3));
            }
        }
        cache.invalidateTags(new Tag("ü\n"), new Tag("a b"));
        expected.add(new Announcement.TagsEnded(Set.of(new Tag("ü\n"), new Tag("a b"))));
        assertThat(reader.until(expected.getLast())).isEqualTo(expected);
        assertThat(reader.gaps()).isZero();
    }

    @Test
    void aReaderFarBehindMissesNothing() {
        var reader = Followed.from(log);
        var keys = IntStream.range(0, 1_700).mapToObj(i -> new CacheKey(Kind.COURSE, "k" + i)).toList();
        keys.forEach(key -> cache.invalidate(key, 1));
        assertThat(reader.until(new Obsolete(keys.getLast(), 1)))
                .containsExactlyElementsOf(keys.stream().map(key -> new Obsolete(key, 1)).toList());
        assertThat(reader.gaps()).isZero();
    }

    @Test
    void amongPartitionsTheLeastConfirmationCounts() {
        var many = options.withPartitions(3);
        var tier = probe(SharedRedis.ADAPTER.cacheTier(many));
        var reader = Followed.from(SharedRedis.ADAPTER.changeLog(many));
        long until = System.currentTimeMillis();
        tier.confirm(Long.MIN_VALUE, until - 5_000);
        // Two of three are further; that is no news of the whole.
        for (int partition = 0; partition < 2; partition++) {
            var name = prefix + "{p" + partition + "}:@log";
            var last = SharedRedis.RAW.xrevrange(name, Range.unbounded()).getFirst().getId();
            SharedRedis.RAW.xadd(name, Map.of("prev", last, "op", "confirmed", "until", "9999999999999"));
        }
        tier.clear();
        var seen = reader.until(Announcement.Cleared.class::isInstance);
        assertThat(seen.stream().filter(Confirmed.class::isInstance)).singleElement().satisfies(
                it -> assertThat(((Confirmed) it).until()).isBetween(until - 6_000, until - 5_000));
        assertThat(reader.gaps()).isZero();
    }

    @Test
    void aConfirmationIsNeverLaterHereThanItWasMeant() {
        var eager = probe(SharedRedis.ADAPTER.cacheTier(options.withConfirmation(Duration.ZERO)));
        var reader = Followed.from(log);
        for (int i = 0; i < 50; i++) {
            long until = System.currentTimeMillis() - 60_000 + 1_000L * i;
            eager.confirm(Long.MIN_VALUE, until);
            var announced = reader.next().entries().getLast().announcement();
            assertThat(((Confirmed) announced).until()).isBetween(until - 1_000, until);
        }
    }

    @Test
    void withoutHeartbeatsThatTheLogCarriesSilenceCountsAsOne() {
        var deaf = SharedRedis.ADAPTER.changeLog(options.without(Set.of(Mechanism.HEARTBEATS)));
        assertThat(Followed.from(deaf).next().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.announcement()).isInstanceOf(Confirmed.class));
        assertThat(Followed.from(log).next().entries()).isEmpty();
    }
}
