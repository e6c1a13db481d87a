package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.entry;
import static lyceum.adapters.redis.OwnRedis.probe;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.Range;
import java.time.Duration;
import lyceum.contract.TierProbe;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.Lookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is known to be current, beyond the contract: how it is kept, and what it survives. */
@Timeout(60)
class RedisConfirmationTest {

    private static final Duration BELIEVED = Duration.ofMinutes(5);

    private final String prefix = SharedRedis.newPrefix();
    private final RedisCacheOptions options =
            RedisCacheOptions.ofSchema(1).withPrefix(prefix).withStaleness(BELIEVED);
    private final TierProbe cache = probe(SharedRedis.ADAPTER.cacheTier(options));
    private final TierProbe another = probe(SharedRedis.ADAPTER.cacheTier(options));
    private final String log = prefix + "{p0}:@log";

    @AfterEach
    void everyKeyExpires() {
        SharedRedis.assertEveryKeyExpires(prefix);
    }

    static CacheEntry loaded(long at) {
        return new CacheEntry(entry(1).content(), at, at + 3_600_000, at + 3_600_000);
    }

    static long ago(Duration time) {
        return System.currentTimeMillis() - time.toMillis();
    }

    @Test
    void everyClaimOfAProcessJoinsItsLast() {
        long until = ago(Duration.ofMinutes(4));
        cache.confirm(Long.MIN_VALUE, until);
        cache.put(KEY, loaded(until));
        for (int i = 0; i < 50; i++) {
            cache.confirm(until, until + 1_000);
            until += 1_000;
        }
        assertThat(cache.lookup(KEY)).isInstanceOf(Lookup.Hit.class);
        assertThat(cache.confirmedUntil()).isBetween(until - 1_000, until);
    }

    /** However uncertain it is what time it is there: see the first claim's end and beginning in {@link Coverage}. */
    @Test
    void aProcessThatBeginsAnewEndsWhatIsHeldOnce() {
        long begin = System.currentTimeMillis();
        cache.confirm(begin, begin);
        cache.put(KEY, loaded(System.currentTimeMillis()));
        for (int i = 0; i < 20; i++) {
            cache.confirm(begin, System.currentTimeMillis());
            assertThat(cache.lookup(KEY)).isInstanceOf(Lookup.Hit.class);
        }
        assertThat(SharedRedis.RAW.xrange(log, Range.unbounded()))
                .filteredOn(told -> "cleared".equals(told.getBody().get("op")))
                .hasSize(1);
    }

    /** A process that has just started goes on from what it is told, to the millisecond. */
    @Test
    void aClaimJoinsWhatAnotherProcessIsToldWasConfirmed() {
        for (int i = 30; i > 0; i--) {
            cache.confirm(Long.MIN_VALUE, ago(Duration.ofSeconds(i)));
            cache.invalidate(KEY);
            cache.put(KEY, loaded(System.currentTimeMillis()));
            var next = probe(SharedRedis.ADAPTER.cacheTier(options));
            next.confirm(next.confirmedUntil(), ago(Duration.ofSeconds(i).minusMillis(500)));
            assertThat(cache.lookup(KEY)).isInstanceOf(Lookup.Hit.class);
        }
    }

    @Test
    void aClaimThatBeginsLaterThanAnotherProcessCameEndsWhatIsHeld() {
        cache.confirm(Long.MIN_VALUE, ago(Duration.ofSeconds(20)));
        cache.put(KEY, loaded(System.currentTimeMillis()));
        another.confirm(ago(Duration.ofSeconds(10)), System.currentTimeMillis());
        cache.assertHasNothing(KEY);
    }

    @Test
    void anotherEpochIsWhatEndsIt() {
        cache.put(KEY, entry(1));
        var epoch = SharedRedis.RAW.get(prefix + "{p0}:@epoch");
        cache.confirm(ago(Duration.ofSeconds(1)), System.currentTimeMillis());
        cache.put(KEY, entry(1));
        assertThat(SharedRedis.RAW.get(prefix + "{p0}:@epoch")).isNotEqualTo(epoch);
    }

    @Test
    void nothingIsConfirmedThatIsYetToCome() {
        cache.confirm(Long.MIN_VALUE, System.currentTimeMillis() + 3_600_000);
        assertThat(cache.confirmedUntil()).isLessThanOrEqualTo(System.currentTimeMillis());
    }

    @Test
    void manyProcessesThatConfirmDoNotFillTheLog() {
        long begin = System.currentTimeMillis();
        for (int i = 0; i < 200; i++) {
            cache.confirm(Long.MIN_VALUE, System.currentTimeMillis());
            another.confirm(Long.MIN_VALUE, System.currentTimeMillis());
        }
        long passed = System.currentTimeMillis() - begin;
        assertThat(SharedRedis.RAW.xlen(log)).isLessThanOrEqualTo(2 + passed / 100);
    }

    @Test
    void anAdvanceThatIsWorthItIsMade() {
        cache.confirm(Long.MIN_VALUE, ago(Duration.ofSeconds(10)));
        another.confirm(Long.MIN_VALUE, ago(Duration.ofSeconds(10)) + 50);
        assertThat(SharedRedis.RAW.xlen(log)).isOne();
        another.confirm(Long.MIN_VALUE, ago(Duration.ofSeconds(9)));
        assertThat(SharedRedis.RAW.xlen(log)).isEqualTo(2);
    }
}
