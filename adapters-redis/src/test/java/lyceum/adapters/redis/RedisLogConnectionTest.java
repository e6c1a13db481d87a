package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.OTHER;
import static lyceum.adapters.redis.OwnRedis.entry;
import static lyceum.adapters.redis.OwnRedis.open;
import static lyceum.adapters.redis.OwnRedis.probe;
import static lyceum.adapters.redis.OwnRedis.tier;
import static lyceum.adapters.redis.OwnRedis.withRedis;
import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lyceum.contract.TierProbe;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.Announcement.Obsolete;
import lyceum.domain.cache.ChangeLog;
import lyceum.domain.cache.Tag;
import lyceum.domain.cache.TierUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reader whose connection dies, or whose server is away, frozen or full. */
@Timeout(60)
class RedisLogConnectionTest {

    private static final RedisCacheOptions OPTIONS = RedisCacheOptions.ofSchema(1);

    private static ChangeLog log(RedisAdapter adapter) {
        return adapter.changeLog(OPTIONS);
    }

    /** Invalidates and reads until it comes through. */
    private static void goesOn(TierProbe cache, Followed reader) {
        var last = new Obsolete(OTHER, 99);
        cache.invalidate(OTHER, 99);
        assertThat(reader.until(last)).contains(last);
    }

    @Test
    void aConnectionThatWentDeadIsNoticedWithinASecondAndNothingIsMissed() throws Exception {
        try (var redis = LocalRedis.start();
                var wire = Wire.to(redis);
                var direct = open(redis.uri());
                var adapter = RedisAdapter.open(RedisServer.at(wire.uri()), Clock.systemUTC())) {
            var cache = probe(tier(direct));
            var reader = Followed.from(log(adapter));
            List<Announcement> expected = new ArrayList<>();
            for (long version = 1; version <= 3; version++) {
                cache.invalidate(KEY, 2 * version);
                reader.until(new Obsolete(KEY, 2 * version));
                wire.swallow();
                cache.invalidate(KEY, 2 * version + 1);
                expected.add(new Obsolete(KEY, 2 * version));
                expected.add(new Obsolete(KEY, 2 * version + 1));
                noticed(reader);
            }
            assertThat(reader.until(expected.getLast())).isEqualTo(expected);
            assertThat(reader.gaps()).isZero();
        }
    }

    private static void noticed(Followed reader) {
        long begin = System.nanoTime();
        while (reader.tryNext() != null) {
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(5));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(1_500));
    }

    @Test
    void aServerThatIsAwayOrFrozenIsUnavailableAndCacheCommandsDoNotWaitForAReader() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = open(redis.uri())) {
            var log = log(adapter);
            var cache = probe(tier(adapter));
            var reader = Followed.from(log);
            var waiting = log.after(reader.position());
            cache.put(KEY, entry(1));
            assertThat(waiting.toCompletableFuture()).isNotDone();
            await(waiting);
            redis.freeze();
            assertThat(log.after(reader.position())).failsWithin(Duration.ofSeconds(4)).withThrowableThat()
                    .withCauseInstanceOf(TierUnavailable.class);
            redis.thaw();
            goesOn(cache, reader);
            redis.kill();
            assertThat(log.after(reader.position())).failsWithin(Duration.ofSeconds(4)).withThrowableThat()
                    .withCauseInstanceOf(TierUnavailable.class);
        }
    }

    @Test
    void aClosedAdapterIsUnavailable() throws Exception {
        try (var redis = LocalRedis.start()) {
            ChangeLog log;
            try (var adapter = open(redis.uri())) {
                log = log(adapter);
                Followed.from(log);
            }
            assertThat(log.after(null)).failsWithin(Duration.ofSeconds(4)).withThrowableThat()
                    .withCauseInstanceOf(TierUnavailable.class);
        }
    }

    @Test
    void aFullServerTellsAllTheSame() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = open(redis.uri())) {
            var cache = probe(tier(adapter));
            var fence = cache.fence(KEY);
            var reader = Followed.from(log(adapter));
            withRedis(commands -> commands.configSet("maxmemory", "1"), redis);
            withRedis(commands -> commands.del("lyceum:{p0}:@log", "lyceum:{p0}:@epoch"), redis);
            assertThat(cache.publish(fence, entry(3))).isFalse();
            cache.invalidate(OTHER, 5);
            cache.invalidateTags(new Tag("a"));
            cache.confirm(Long.MIN_VALUE, System.currentTimeMillis());
            cache.clear();
            var announced = reader.until(new Announcement.Cleared());
            assertThat(announced).startsWith(new Obsolete(KEY, 2), new Obsolete(OTHER, 5));
            assertThat(announced).anyMatch(Announcement.Confirmed.class::isInstance);
        }
    }
}
