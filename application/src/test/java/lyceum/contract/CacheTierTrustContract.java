package lyceum.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Lookup;
import org.junit.jupiter.api.Test;

/**
 * How long what is held is believed, and what a confirmation does for it. No time need pass: an entry may have been loaded
 * long ago when it is stored.
 */
public interface CacheTierTrustContract extends CacheTierFixture {

    private TierProbe doubting() {
        return new TierProbe(doubtingTier(), tolerance());
    }

    /** What is fresh by its times, but was loaded so long ago that it must have been confirmed since. */
    private CacheEntry doubtful(long version) {
        var fresh = fresh(version);
        var loadedAt = now() - trustTime().toMillis() - tolerance();
        return new CacheEntry(fresh.content(), loadedAt, fresh.freshUntil(), fresh.staleUntil());
    }

    private void hitsAsOf(TierProbe cache, CacheKey key, long moment) {
        assertThat(cache.lookup(key)).isInstanceOfSatisfying(
                Lookup.Hit.class,
                hit -> assertThat(hit.entry().loadedAt()).isCloseTo(moment, within(tolerance())));
    }

    @Test
    default void whatWasLoadedJustNowIsBelieved() {
        var cache = doubting();
        var entry = fresh(1);
        cache.put(KEY, entry);
        cache.assertHits(KEY, entry);
        assertThat(cache.peek(KEY)).isEqualTo(remote() ? null : entry);
    }

    @Test
    default void whatNobodyConfirmsIsServedWithALeaseToOneCallerOnly() {
        var cache = doubting();
        var entry = doubtful(1);
        cache.put(KEY, entry);
        assertThat(cache.peek(KEY)).isNull();
        assertThat(cache.assertStale(KEY, entry)).isNotNull();
        assertThat(cache.assertStale(KEY, entry)).isNull();
        assertThat(cache.lookupAll(List.of(KEY)).get(KEY)).isInstanceOf(Lookup.Stale.class);
    }

    @Test
    default void whatIsLoadedAnewIsBelievedAgain() {
        var cache = doubting();
        var old = doubtful(1);
        cache.put(KEY, old);
        var reloaded = fresh(1);
        assertThat(cache.fill(requireNonNull(cache.assertStale(KEY, old)), reloaded)).isTrue();
        cache.assertHits(KEY, reloaded);
    }

    @Test
    default void aConfirmationMakesItCountAndShowsInTheMomentItIsCurrentAsOf() {
        var cache = doubting();
        var entry = doubtful(1);
        cache.put(KEY, entry);
        var until = now() - 1_000;
        cache.confirm(Long.MIN_VALUE, until);
        hitsAsOf(cache, KEY, until);
        assertThat(cache.lookupAll(List.of(KEY)).get(KEY)).isInstanceOf(Lookup.Hit.class);
        assertThat(cache.peek(KEY) == null).isEqualTo(remote());
    }

    @Test
    default void aConfirmationTooLongAgoDoesNotMakeItCount() {
        var cache = doubting();
        cache.put(KEY, doubtful(1));
        cache.confirm(Long.MIN_VALUE, now() - trustTime().toMillis() - tolerance());
        assertThat(cache.peek(KEY)).isNull();
        assertThat(cache.lookup(KEY)).isInstanceOf(Lookup.Stale.class);
    }

    @Test
    default void aConfirmationOfATimeBeforeTheLoadChangesNothing() {
        var cache = doubting();
        var entry = fresh(1);
        cache.put(KEY, entry);
        cache.confirm(Long.MIN_VALUE, entry.loadedAt() - 10_000);
        cache.assertHits(KEY, entry);
    }

    @Test
    default void whatIsPastItsFreshTimeStaysStaleAndIsKnownToBeCurrent() {
        var cache = doubting();
        cache.put(KEY, stale(1));
        var until = now();
        cache.confirm(Long.MIN_VALUE, until);
        assertThat(cache.lookup(KEY)).isInstanceOfSatisfying(
                Lookup.Stale.class,
                stale -> assertThat(stale.entry().loadedAt()).isCloseTo(until, within(tolerance())));
    }

    @Test
    default void whatIsConfirmedMeetsTheDemandOfAnAnswerLoadedSince() {
        var cache = doubting();
        cache.put(KEY, doubtful(1));
        var demand = new Demand(now() - 5_000, Long.MIN_VALUE);
        cache.confirm(Long.MIN_VALUE, now());
        assertThat(cache.lookup(KEY, demand)).isInstanceOf(Lookup.Hit.class);
    }
}
