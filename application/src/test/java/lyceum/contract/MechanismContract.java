package lyceum.contract;

import static lyceum.contract.CacheTierFixture.CATEGORY;
import static lyceum.contract.CacheTierFixture.KEY;
import static lyceum.contract.CacheTierFixture.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.Mechanism;
import org.junit.jupiter.api.Test;

/** That each switch of a tier takes away what it says, so that a simulation without it shows what it is for. */
public interface MechanismContract {

    /** Short enough that an entry loaded an hour ago is not believed. */
    Duration BOUND = Duration.ofSeconds(2);

    /** An empty tier that believes within {@link #BOUND}. */
    CacheTier tierWithout(Mechanism mechanism);

    long now();

    private TierProbe without(Mechanism mechanism) {
        return new TierProbe(tierWithout(mechanism), 0);
    }

    private CacheEntry entry(long version) {
        return new CacheEntry(
                CacheTierFixture.present(version, Body.of("x")), now(), now() + 60_000, now() + 60_000);
    }

    @Test
    default void withoutLeasesALoadIsStoredAfterAnInvalidation() {
        var cache = without(Mechanism.LEASES);
        var lease = cache.lease(KEY);
        cache.invalidate(KEY);
        assertThat(cache.fill(lease, entry(1))).isTrue();
        cache.assertHits(KEY, entry(1));
    }

    @Test
    default void withoutFencesWhatIsHeldIsSeenDuringAWriteAndAnyPublicationIsStored() {
        var cache = without(Mechanism.FENCES);
        cache.put(KEY, entry(1));
        var earlier = cache.fence(KEY);
        cache.fence(KEY);
        cache.assertHits(KEY, entry(1));
        assertThat(cache.publish(earlier, entry(2))).isTrue();
        cache.assertHits(KEY, entry(2));
    }

    @Test
    default void withoutGenerationsALoadIsStoredAfterAnInvalidationOfItsTagButNotAfterAClearing() {
        var cache = without(Mechanism.GENERATIONS);
        var key = list("art", CATEGORY);
        cache.put(key, entry(0));
        cache.invalidateTags(CATEGORY);
        var lease = cache.lease(key);
        cache.invalidateTags(CATEGORY);
        assertThat(cache.fill(lease, entry(0))).isTrue();
        cache.assertHits(key, entry(0));
        cache.invalidateTags(CATEGORY);
        var cleared = cache.lease(key);
        cache.clear();
        assertThat(cache.fill(cleared, entry(0))).isFalse();
    }

    @Test
    default void withoutTrustEverythingIsBelieved() {
        var cache = without(Mechanism.TRUST);
        var now = entry(1);
        cache.put(KEY, new CacheEntry(now.content(), now() - 3_600_000, now.freshUntil(), now.staleUntil()));
        assertThat(cache.lookup(KEY)).isInstanceOf(Lookup.Hit.class);
    }

    @Test
    default void withoutContiguityAHoleEndsNothing() {
        var cache = without(Mechanism.CONTIGUITY);
        cache.put(KEY, entry(1));
        cache.confirm(now() - 1, now());
        cache.assertHits(KEY, entry(1));
    }
}
