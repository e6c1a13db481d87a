package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.OTHER;
import static lyceum.adapters.redis.OwnRedis.awaitConnected;
import static lyceum.adapters.redis.OwnRedis.entry;
import static lyceum.adapters.redis.OwnRedis.open;
import static lyceum.adapters.redis.OwnRedis.probe;
import static lyceum.adapters.redis.OwnRedis.tier;
import static lyceum.adapters.redis.OwnRedis.withRedis;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.api.sync.RedisCommands;
import lyceum.contract.TierProbe;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.Announcement.Obsolete;
import lyceum.domain.cache.ChangeLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A log whose server or connection was lost: the reader goes on and missed nothing, or is told that he may have. */
@Timeout(60)
class RedisChangeLogLossTest {

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
    void aFlushedServerIsAGap() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = open(redis.uri())) {
            var cache = probe(tier(adapter));
            var reader = Followed.from(log(adapter));
            cache.invalidate(KEY, 1);
            withRedis(RedisCommands::flushall, redis);
            reader.untilGap();
            goesOn(cache, reader);
            assertThat(reader.gaps()).isOne();
        }
    }

    @Test
    void aServerThatStartsAgainIsAGapEvenIfItForgotNothing() throws Exception {
        try (var redis = LocalRedis.start("--dbfilename", "dump.rdb"); var adapter = open(redis.uri())) {
            var cache = probe(tier(adapter));
            var reader = Followed.from(log(adapter));
            cache.invalidate(KEY, 1);
            withRedis(RedisCommands::save, redis);
            redis.restart();
            reader.untilGap();
            awaitConnected(adapter);
            goesOn(cache, reader);
            assertThat(reader.gaps()).isOne();
        }
    }

    /** What was read is ahead of what the server came back with. */
    @Test
    void aServerThatIsBackWithWhatItHadEarlierIsAGap() throws Exception {
        try (var redis = LocalRedis.start("--dbfilename", "dump.rdb"); var adapter = open(redis.uri())) {
            var cache = probe(tier(adapter));
            var reader = Followed.from(log(adapter));
            cache.confirm(Long.MIN_VALUE, System.currentTimeMillis());
            withRedis(RedisCommands::save, redis);
            cache.invalidate(KEY, 1);
            reader.until(new Obsolete(KEY, 1));
            redis.restart();
            reader.untilGap();
            awaitConnected(adapter);
            assertThat(cache.confirmedUntil()).isEqualTo(Long.MIN_VALUE);
        }
    }

    /** A process that was there before cannot tell what it applied to which server; the others it must not mislead. */
    @Test
    void theFirstConfirmationAfterARestartBeginsAnEpoch() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = open(redis.uri())) {
            var cache = probe(tier(adapter));
            cache.confirm(Long.MIN_VALUE, System.currentTimeMillis());
            redis.restart();
            awaitConnected(adapter);
            var reader = Followed.from(log(adapter));
            cache.put(KEY, entry(1));
            cache.confirm(Long.MIN_VALUE, System.currentTimeMillis());
            cache.assertHasNothing(KEY);
            assertThat(reader.until(Announcement.Confirmed.class::isInstance).getFirst())
                    .isEqualTo(new Announcement.Cleared());
        }
    }
}
