package lyceum.fake;

import static lyceum.contract.CacheTierFixture.KEY;
import static lyceum.contract.CacheTierFixture.OTHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import lyceum.contract.CacheTierFixture;
import lyceum.contract.TierProbe;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.Mechanism;
import org.junit.jupiter.api.Test;

class AccidentsTest {

    private final ManualClock clock = new ManualClock();
    private final InMemoryCacheTier tier = tier();
    private final TierProbe cache = new TierProbe(tier, 0);

    private InMemoryCacheTier tier(Mechanism... off) {
        var log = new InMemoryChangeLog(clock, _ -> new CompletableFuture<>(), 100, Set.of());
        return InMemoryCacheTier.remote("far", clock, Duration.ofSeconds(2), log, Set.of(off));
    }

    private CacheEntry entry(long version) {
        var until = clock.millis() + 60_000;
        return new CacheEntry(CacheTierFixture.present(version, Body.of("x")), clock.millis(), until, until);
    }

    @Test
    void anEvictionTakesTheEntryAndLeavesTheGuards() {
        cache.put(KEY, entry(5));
        var fence = cache.fence(KEY);
        tier.accidents().evict(KEY);
        cache.assertBusy(KEY);
        cache.lift(fence);
        cache.assertHasNothing(KEY);
        cache.publish(cache.fence(OTHER), entry(5));
        tier.accidents().evict(OTHER);
        assertThat(cache.fill(cache.lease(OTHER), entry(4))).isFalse();
    }

    @Test
    void lostGuardsRefuseAndTakeWithThemWhatTheyHid() {
        var lease = cache.lease(OTHER);
        cache.put(KEY, entry(1));
        cache.fence(KEY);
        tier.accidents().forgetGuards(KEY);
        tier.accidents().forgetGuards(OTHER);
        cache.assertHasNothing(KEY);
        assertThat(cache.fill(lease, entry(1))).isFalse();
    }

    @Test
    void whatComesBackAfterARollbackIsOfAnotherEpochAndCountsForNothing() {
        cache.put(KEY, entry(1));
        cache.confirm(Long.MIN_VALUE, clock.millis());
        var before = tier.accidents().snapshot();
        cache.publish(cache.fence(KEY), entry(2));
        tier.accidents().rollBack(before);
        cache.assertHasNothing(KEY);
        assertThat(cache.confirmedUntil()).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void withoutEpochsARollbackBringsBackWhatWas() {
        var forgetful = tier(Mechanism.EPOCHS);
        var probe = new TierProbe(forgetful, 0);
        probe.put(KEY, entry(1));
        probe.confirm(Long.MIN_VALUE, clock.millis());
        var before = forgetful.accidents().snapshot();
        probe.publish(probe.fence(KEY), entry(2));
        forgetful.accidents().rollBack(before);
        probe.assertHits(KEY, entry(1));
        assertThat(probe.confirmedUntil()).isEqualTo(clock.millis());
        forgetful.accidents().loseEverything();
        probe.assertHasNothing(KEY);
    }
}
