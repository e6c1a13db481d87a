package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.entry;
import static lyceum.adapters.redis.OwnRedis.probe;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import lyceum.contract.TierProbe;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That each mechanism, switched off, lets happen what it is there to prevent, and nothing else. */
class RedisMechanismsTest {

    private static final Tag TAG = new Tag("a");
    private static final CacheKey TAGGED = new CacheKey(Kind.COURSES_LIST, "l", Set.of(TAG));

    private final String prefix = SharedRedis.newPrefix();
    private final RedisCacheOptions options = RedisCacheOptions.ofSchema(1).withPrefix(prefix)
            .withStaleness(Duration.ofMinutes(5));

    @AfterEach
    void everyKeyExpires() {
        SharedRedis.assertEveryKeyExpires(prefix);
    }

    private TierProbe without(Mechanism mechanism) {
        return probe(SharedRedis.ADAPTER.cacheTier(options.without(Set.of(mechanism))));
    }

    @Test
    void withoutLeasesALoadIsStoredAfterTheInvalidation() {
        var cache = without(Mechanism.LEASES);
        var lease = cache.lease(KEY);
        cache.invalidate(KEY);
        assertThat(cache.fill(lease, entry(1))).isTrue();
        assertThat(cache.fill(new Lease(KEY, "invented"), entry(1))).isFalse();
        var tagged = cache.lease(TAGGED);
        cache.invalidateTags(TAG);
        assertThat(cache.fill(tagged, entry(1))).isFalse();
    }

    @Test
    void withoutFencesWhatIsHeldIsShownAndEveryPublicationStored() {
        var cache = without(Mechanism.FENCES);
        cache.put(KEY, entry(1));
        var earlier = cache.fence(KEY);
        cache.assertHits(KEY, entry(1));
        var later = cache.fence(KEY);
        assertThat(cache.publish(earlier, entry(2))).isTrue();
        assertThat(cache.publish(later, entry(3))).isTrue();
        assertThat(cache.publish(later, entry(3))).isTrue();
    }

    @Test
    void withoutGenerationsALoadIsStoredAfterItsTagEnded() {
        var cache = without(Mechanism.GENERATIONS);
        var lease = cache.lease(TAGGED);
        cache.invalidateTags(TAG);
        assertThat(cache.fill(lease, entry(1))).isTrue();
        cache.assertHits(TAGGED, entry(1));
        cache.invalidateTags(TAG);
        var other = cache.lease(TAGGED);
        cache.clear();
        assertThat(cache.fill(other, entry(1))).isFalse();
    }

    @Test
    void withoutEpochsAnotherServersStateIsServed() throws Exception {
        try (var redis = LocalRedis.start("--dbfilename", "dump.rdb"); var adapter = OwnRedis.open(redis.uri())) {
            var own = RedisCacheOptions.ofSchema(1);
            var cache = probe(adapter.cacheTier(own.without(Set.of(Mechanism.EPOCHS))));
            cache.confirm(Long.MIN_VALUE, System.currentTimeMillis());
            cache.put(KEY, entry(1));
            OwnRedis.withRedis(commands -> commands.save(), redis);
            cache.invalidate(KEY);
            redis.kill();
            OwnRedis.awaitDisconnected(adapter);
            redis.restart();
            OwnRedis.awaitConnected(adapter);
            assertThat(cache.lookup(KEY)).isInstanceOf(Lookup.Hit.class);
            assertThat(cache.confirmedUntil()).isNotEqualTo(Long.MIN_VALUE);
        }
    }
}
