package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.entry;
import static lyceum.adapters.redis.OwnRedis.probe;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lyceum.contract.TierProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What this tier does beyond the contract when a write ends. */
class RedisWriteTest {

    private final String prefix = SharedRedis.newPrefix();
    private final RedisCacheOptions options = RedisCacheOptions.ofSchema(1).withPrefix(prefix);
    private final TierProbe cache = probe(SharedRedis.ADAPTER.cacheTier(options));

    @AfterEach
    void everyKeyExpires() {
        SharedRedis.assertEveryKeyExpires(prefix);
    }

    /** Two entries without a version cannot be compared, so what is held may be the older one. */
    @Test
    void aPublicationWithoutVersionThatIsNotStoredRemovesWhatIsHeld() {
        var lost = cache.fence(KEY);
        cache.lift(lost);
        cache.put(KEY, entry(0));
        assertThat(cache.publish(lost, entry(0))).isFalse();
        cache.assertHasNothing(KEY);
    }

    @Test
    void anInvalidationOfWhateverThereIsForgetsWhatEarlierOnesRefused() {
        cache.invalidate(KEY, 9);
        cache.invalidate(KEY);
        cache.put(KEY, entry(1));
    }

    @Test
    void clearingForgetsWhatEarlierInvalidationsRefused() {
        cache.invalidate(KEY, 9);
        cache.clear();
        cache.put(KEY, entry(1));
    }

    @Test
    void whatAFenceHidesTakesRoomNoLongerThanTheFenceStands() {
        var cell = prefix + "{p0}:course:c1";
        cache.put(KEY, entry(1));
        assertThat(SharedRedis.RAW.pttl(cell)).isGreaterThan(60_000);
        var fence = cache.fence(KEY);
        assertThat(SharedRedis.RAW.pttl(cell)).isBetween(1L, options.fenceTime().toMillis());
        cache.lift(fence);
        assertThat(Duration.ofMillis(SharedRedis.RAW.pttl(cell))).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void aCellAtRestIsOneString() {
        cache.put(KEY, entry(5));
        assertThat(SharedRedis.keys(prefix + "{p0}:course")).hasSize(1);
        assertThat(SharedRedis.keys(prefix + "{p0}:@guard")).isEmpty();
    }
}
