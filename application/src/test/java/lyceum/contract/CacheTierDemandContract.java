package lyceum.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Lookup;
import org.junit.jupiter.api.Test;

/** That what is fresh, but not all that one reader demands, is loaded by one such reader and goes on being a hit for others. */
public interface CacheTierDemandContract extends CacheTierFixture {

    private static Demand loadedSince(long moment) {
        return new Demand(moment, Long.MIN_VALUE);
    }

    private static Demand freshBeyond(long moment) {
        return new Demand(Long.MIN_VALUE, moment);
    }

    @Test
    default void anEntryThatMeetsTheDemandIsAHit() {
        var cache = cache();
        var entry = fresh(1);
        cache.put(KEY, entry);
        var loadedSince = loadedSince(entry.loadedAt() - tolerance());
        assertThat(cache.lookup(KEY, loadedSince)).isInstanceOf(Lookup.Hit.class);
        var freshBeyond = freshBeyond(entry.freshUntil() - tolerance() - 1);
        assertThat(cache.lookup(KEY, freshBeyond)).isInstanceOf(Lookup.Hit.class);
    }

    @Test
    default void anEntryLoadedBeforeWhatIsDemandedIsServedWithALeaseToOneCallerOnly() {
        var entry = fresh(1);
        servedAsStale(entry, loadedSince(entry.loadedAt() + tolerance() + 1));
    }

    @Test
    default void anEntryFreshNoLongerThanDemandedIsServedWithALeaseToOneCallerOnly() {
        var entry = fresh(1);
        servedAsStale(entry, freshBeyond(entry.freshUntil() + tolerance()));
    }

    private void servedAsStale(CacheEntry entry, Demand demand) {
        var cache = cache();
        cache.put(KEY, entry);
        assertThat(cache.assertStale(KEY, demand, entry)).isNotNull();
        assertThat(cache.assertStale(KEY, demand, entry)).isNull();
        cache.assertHits(KEY, entry);
    }

    @Test
    default void whatIsLoadedForADemandMeetsIt() {
        var cache = cache();
        var fresh = fresh(1);
        var old = new CacheEntry(fresh.content(), now() - 20_000, fresh.freshUntil(), fresh.staleUntil());
        cache.put(KEY, old);
        var demand = loadedSince(now() - 10_000);
        assertThat(cache.fill(requireNonNull(cache.assertStale(KEY, demand, old)), fresh)).isTrue();
        assertThat(cache.lookup(KEY, demand)).isInstanceOf(Lookup.Hit.class);
    }

    @Test
    default void aLeaseOfWhoeverDemandsMoreFallsWithAnInvalidation() {
        var cache = cache();
        var entry = fresh(1);
        cache.put(KEY, entry);
        var demand = loadedSince(entry.loadedAt() + tolerance() + 1);
        var lease = requireNonNull(cache.assertStale(KEY, demand, entry));
        cache.invalidate(KEY, 1);
        assertThat(cache.fill(lease, fresh(2))).isFalse();
        cache.assertHasNothing(KEY);
    }

    @Test
    default void whateverIsDemandedNothingIsALeaseAndAFenceIsBusy() {
        var cache = cache();
        var demand = loadedSince(now());
        cache.release(TierProbe.leaseIn(cache.lookup(KEY, demand)));
        cache.put(KEY, fresh(1));
        cache.fence(KEY);
        assertThat(cache.lookup(KEY, demand)).isEqualTo(new Lookup.Busy());
    }
}
