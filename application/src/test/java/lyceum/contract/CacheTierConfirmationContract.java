package lyceum.contract;

import static lyceum.contract.CacheTierFixture.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Lookup;
import org.junit.jupiter.api.Test;

/** How confirmations follow on one another, and what one does that does not join the one before. */
public interface CacheTierConfirmationContract extends CacheTierFixture {

    private TierProbe doubting() {
        return new TierProbe(doubtingTier(), tolerance());
    }

    private void hitsAsOf(TierProbe cache, CacheKey key, long moment) {
        assertThat(cache.lookup(key)).isInstanceOfSatisfying(
                Lookup.Hit.class,
                hit -> assertThat(hit.entry().loadedAt()).isCloseTo(moment, within(tolerance())));
    }

    @Test
    default void theLastConfirmationIsKnownAndNoneIsTheBeginningOfTime() {
        var cache = doubting();
        assertThat(cache.confirmedUntil()).isEqualTo(Long.MIN_VALUE);
        var until = now();
        cache.confirm(Long.MIN_VALUE, until);
        assertThat(cache.confirmedUntil()).isCloseTo(until, within(tolerance()));
    }

    @Test
    default void confirmationsNeverGoBackwards() {
        var cache = doubting();
        cache.put(KEY, fresh(1));
        var until = now();
        cache.confirm(Long.MIN_VALUE, until);
        cache.confirm(until - 20_000, until - 10_000);
        assertThat(cache.confirmedUntil()).isCloseTo(until, within(tolerance()));
        hitsAsOf(cache, KEY, until);
    }

    @Test
    default void aConfirmationThatJoinsTheOneBeforeLeavesWhatIsHeld() {
        var cache = doubting();
        var before = now() - 10_000;
        cache.confirm(Long.MIN_VALUE, before);
        cache.put(KEY, fresh(1));
        var until = now();
        cache.confirm(before - tolerance(), until);
        hitsAsOf(cache, KEY, until);
    }

    /** What was written in between may be missing from it. */
    @Test
    default void aConfirmationThatLeavesAHoleEndsWhatIsHeldAndWhatIsBeingLoaded() {
        var cache = doubting();
        cache.confirm(Long.MIN_VALUE, now() - 20_000);
        endsEverything(cache, now() - 10_000);
        assertThat(cache.confirmedUntil()).isGreaterThan(now() - 10_000 - tolerance());
    }

    @Test
    default void theFirstConfirmationLeavesAHoleIfItBeginsAnywhere() {
        endsEverything(doubting(), now() - 10_000);
    }

    private void endsEverything(TierProbe cache, long from) {
        var tagged = list("tagged", LISTS);
        cache.put(KEY, fresh(1));
        cache.put(tagged, fresh(0));
        var lease = cache.lease(OTHER);
        cache.confirm(from, now());
        assertThat(cache.peek(KEY)).isNull();
        cache.fill(lease, fresh(1));
        List.of(KEY, OTHER, tagged).forEach(cache::assertHasNothing);
    }

    @Test
    default void afterAHoleNothingThatAFenceHidComesBack() {
        var cache = doubting();
        cache.put(KEY, fresh(1));
        var fence = cache.fence(KEY);
        cache.confirm(now() - 10_000, now());
        cache.lift(fence);
        cache.assertHasNothing(KEY);
    }

    @Test
    default void whatIsLoadedAfterAHoleIsHeldAsEver() {
        var cache = doubting();
        cache.confirm(now() - 10_000, now() - 5_000);
        cache.put(KEY, fresh(1));
        var until = now();
        cache.confirm(now() - 8_000, until);
        hitsAsOf(cache, KEY, until);
    }
}
