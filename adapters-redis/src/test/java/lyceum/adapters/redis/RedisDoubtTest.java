package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.entry;
import static lyceum.adapters.redis.OwnRedis.probe;
import static lyceum.adapters.redis.RedisConfirmationTest.ago;
import static lyceum.adapters.redis.RedisConfirmationTest.loaded;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import lyceum.contract.TierProbe;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.Mechanism;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is not believed, and by whom: a confirmation that was lost or is none, and mechanisms that are off. */
@Timeout(60)
class RedisDoubtTest {

    private static final Duration BELIEVED = Duration.ofMinutes(5);

    private final String prefix = SharedRedis.newPrefix();
    private final RedisCacheOptions options =
            RedisCacheOptions.ofSchema(1).withPrefix(prefix).withStaleness(BELIEVED);
    private final TierProbe cache = probe(SharedRedis.ADAPTER.cacheTier(options));
    private final String confirmation = prefix + "{p0}:@confirmed";

    @AfterEach
    void everyKeyExpires() {
        SharedRedis.assertEveryKeyExpires(prefix);
    }

    @Test
    void aLostConfirmationIsAsIfThereHadBeenNone() {
        cache.confirm(Long.MIN_VALUE, System.currentTimeMillis());
        cache.put(KEY, loaded(ago(BELIEVED.plusSeconds(1))));
        assertThat(cache.lookup(KEY)).isInstanceOf(Lookup.Hit.class);
        SharedRedis.RAW.del(confirmation);
        assertThat(cache.lookup(KEY)).isInstanceOf(Lookup.Stale.class);
        assertThat(cache.confirmedUntil()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void aConfirmationThatIsNotOfThisServerOrNoneAtAllIsAsIfThereHadBeenNone() {
        cache.confirm(Long.MIN_VALUE, System.currentTimeMillis());
        var good = SharedRedis.RAW.get(confirmation);
        for (var poison : new String[] {
            good.substring(0, 16) + "another-server-x", good.substring(1), "", "x", "x".repeat(32),
            "9999999999999999" + good.substring(16)}) {
            SharedRedis.RAW.psetex(confirmation, 60_000, poison);
            cache.invalidate(KEY);
            cache.put(KEY, loaded(ago(BELIEVED.plusSeconds(1))));
            assertThat(cache.lookup(KEY)).as(poison).isInstanceOf(Lookup.Stale.class);
            assertThat(cache.confirmedUntil()).as(poison).isEqualTo(Long.MIN_VALUE);
        }
        SharedRedis.RAW.del(confirmation);
        SharedRedis.RAW.lpush(confirmation, "x");
        SharedRedis.RAW.pexpire(confirmation, 60_000);
        cache.confirm(ago(Duration.ofSeconds(1)), System.currentTimeMillis());
        assertThat(cache.confirmedUntil()).isNotEqualTo(Long.MIN_VALUE);
    }

    /** A clock was set back: it may be long until it is there again. */
    @Test
    void aConfirmationOfTheFutureDoesNotStandInTheWayOfTheNext() {
        cache.confirm(Long.MIN_VALUE, ago(Duration.ofSeconds(5)));
        SharedRedis.RAW.setrange(confirmation, 0, "0009999999999999");
        var until = System.currentTimeMillis();
        cache.confirm(ago(Duration.ofSeconds(1)), until);
        assertThat(cache.confirmedUntil()).isBetween(until - 1_000, until);
    }

    @Test
    void withoutContiguityAHoleEndsNothing() {
        var off = probe(SharedRedis.ADAPTER.cacheTier(options.without(Set.of(Mechanism.CONTIGUITY))));
        off.confirm(Long.MIN_VALUE, ago(Duration.ofSeconds(20)));
        off.put(KEY, entry(1));
        off.confirm(ago(Duration.ofSeconds(10)), System.currentTimeMillis());
        assertThat(off.lookup(KEY)).isInstanceOf(Lookup.Hit.class);
    }

    @Test
    void withoutTrustWhatNobodyConfirmsIsBelieved() {
        var off = probe(SharedRedis.ADAPTER.cacheTier(options.without(Set.of(Mechanism.TRUST))));
        off.put(KEY, loaded(ago(BELIEVED.plusSeconds(1))));
        assertThat(cache.lookup(KEY)).isInstanceOf(Lookup.Stale.class);
        assertThat(off.lookup(KEY)).isInstanceOf(Lookup.Hit.class);
    }

    /** At the very edge the two sides may judge differently; a reader must still get the one or the other. */
    @Test
    void whoeverIsNotSatisfiedGetsALeaseOrAHit() {
        var entry = entry(1);
        cache.put(KEY, entry);
        for (long edge = -20; edge < 20; edge++) {
            var demand = new Demand(entry.loadedAt() + edge, Long.MIN_VALUE);
            switch (cache.lookup(KEY, demand)) {
                case Lookup.Stale(_, var lease) -> cache.release(Objects.requireNonNull(lease));
                case Lookup.Hit _ -> assertThat(edge).isNotPositive();
                case Lookup other -> assertThat(other).isInstanceOf(Lookup.Hit.class);
            }
        }
    }
}
