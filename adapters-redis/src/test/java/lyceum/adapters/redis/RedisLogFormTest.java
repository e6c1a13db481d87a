package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.probe;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log itself: how records hang together, how long it is, and what becomes of it. */
@Timeout(60)
class RedisLogFormTest extends OneLog {

    @Test
    void aRecordNamesTheOneBefore() {
        cache.invalidate(KEY, 1);
        cache.clear();
        cache.invalidate(KEY, 2);
        var records = records();
        assertThat(records.getFirst().getBody()).containsEntry("prev", "0-0");
        for (int i = 1; i < records.size(); i++) {
            assertThat(records.get(i).getBody()).containsEntry("prev", records.get(i - 1).getId());
        }
    }

    @Test
    void theLogIsBounded() {
        var small = probe(SharedRedis.ADAPTER.cacheTier(options.withLogLength(100)));
        for (int i = 0; i < 1_000; i++) {
            small.invalidate(KEY);
        }
        assertThat(SharedRedis.RAW.xlen(log)).isBetween(100L, 300L);
    }

    /** Not even within the same millisecond: whoever was there would go on as if nothing had happened. */
    @Test
    void aLogThatIsBegunAnewGivesNoIdAgain() {
        var before = "0-0";
        for (int i = 0; i < 300; i++) {
            cache.invalidate(KEY);
            var id = records().getLast().getId();
            assertThat(LogPosition.before(before, id)).as("%s after %s", id, before).isTrue();
            before = id;
            SharedRedis.RAW.del(log);
        }
    }

    @Test
    void aLogOfAnotherTypeCountsAsMissing() {
        SharedRedis.RAW.lpush(log, "x");
        appendsToAFreshLog(() -> cache.invalidate(KEY, 3));
    }

    private void appendsToAFreshLog(Runnable change) {
        change.run();
        assertThat(records()).hasSize(1);
        assertThat(SharedRedis.RAW.pttl(log)).isPositive();
    }
}
