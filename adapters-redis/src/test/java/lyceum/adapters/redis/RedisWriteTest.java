package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.OTHER;
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
        assertThat(SharedRedis.RAW.pttl(cell)).isBetween(1L, options.times().fence().toMillis());
        cache.lift(fence);
        assertThat(Duration.ofMillis(SharedRedis.RAW.pttl(cell))).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void aFillForgetsNothingOfWhatWasTold() {
        cache.invalidate(KEY, 5);
        cache.put(KEY, entry(6));
        assertThat(cache.invalidate(KEY, 5)).isFalse();
        cache.publish(cache.fence(OTHER), entry(6));
        cache.invalidate(OTHER, 6);
        cache.put(OTHER, entry(7));
        assertThat(cache.invalidate(OTHER, 6)).isFalse();
    }

    /** For as long as whoever hears of the write later may tell it again. */
    @Test
    void aFloorBesideAStoredPublicationIsSmallAndExpires() {
        assertThat(cache.publish(cache.fence(KEY), entry(5))).isTrue();
        var guard = prefix + "{p0}:@guard:course:c1";
        assertThat(SharedRedis.RAW.hkeys(guard)).containsExactly("floor");
        assertThat(SharedRedis.RAW.pttl(guard)).isBetween(1L, options.times().floor().toMillis());
    }

    @Test
    void aCellAtRestIsOneString() {
        cache.put(KEY, entry(5));
        assertThat(SharedRedis.keys(prefix + "{p0}:course")).hasSize(1);
        assertThat(SharedRedis.keys(prefix + "{p0}:@guard")).isEmpty();
    }
}
