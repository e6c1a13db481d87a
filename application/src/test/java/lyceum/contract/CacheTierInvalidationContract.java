package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Invalidation of a key, and what every invalidation does to loads and writes under way. */
public interface CacheTierInvalidationContract extends CacheTierFixture {

    @Test
    default void anInvalidationRemovesWhatIsOlderAndWhatIsAsOld() {
        var cache = cache();
        cache.put(KEY, fresh(4));
        cache.put(OTHER, fresh(5));
        cache.invalidate(KEY, 5);
        cache.invalidate(OTHER, 5);
        cache.assertHasNothing(KEY);
        cache.assertHasNothing(OTHER);
    }

    @Test
    default void anInvalidationLeavesWhatIsNewer() {
        var cache = cache();
        var newer = fresh(6);
        cache.put(KEY, newer);
        cache.invalidate(KEY, 5);
        cache.assertHits(KEY, newer);
    }

    @Test
    default void anInvalidationVoidsLeasesEvenIfItLeavesTheEntry() {
        var cache = cache();
        var newer = stale(6);
        cache.put(KEY, newer);
        var lease = cache.assertStale(KEY, newer);
        cache.invalidate(KEY, 5);
        assertThat(lease).isNotNull().satisfies(given -> assertThat(cache.fill(given, fresh(7))).isFalse());
        assertThat(cache.assertStale(KEY, newer)).as("the next lease").isNotNull();
    }

    /** A load that began after may still have read an older state, from a far tier or a replica that lags. */
    @Test
    default void afterAnInvalidationFillsThatAreNotNewerAreRefused() {
        var cache = cache();
        cache.invalidate(KEY, 5);
        assertThat(cache.fill(cache.lease(KEY), fresh(4))).isFalse();
        assertThat(cache.fill(cache.lease(KEY), fresh(5))).isFalse();
        cache.put(KEY, fresh(6));
    }

    @Test
    default void anInvalidationOfWhateverThereIsRefusesNoVersionAfterwards() {
        var cache = cache();
        cache.put(KEY, fresh(LARGE_VERSION));
        cache.invalidate(KEY, Long.MAX_VALUE);
        cache.put(KEY, fresh(1));
    }

    @Test
    default void anInvalidationEndsNoFenceButWhatItHidWillNotComeBack() {
        var cache = cache();
        cache.put(KEY, fresh(1));
        var fence = cache.fence(KEY);
        cache.invalidate(KEY, 1);
        cache.assertBusy(KEY);
        cache.lift(fence);
        cache.assertHasNothing(KEY);
    }

    /** Otherwise a publication on its way would bring back what a later write elsewhere made obsolete. */
    @Test
    default void aPublicationNoNewerThanAnInvalidationIsNotStored() {
        var cache = cache();
        var fence = cache.fence(KEY);
        cache.invalidate(KEY, 7);
        assertThat(cache.publish(fence, fresh(7))).isFalse();
        cache.assertHasNothing(KEY);
    }

    @Test
    default void aPublicationNewerThanAnInvalidationIsStored() {
        var cache = cache();
        var fence = cache.fence(KEY);
        cache.invalidate(KEY, 7);
        var committed = fresh(8);
        assertThat(cache.publish(fence, committed)).isTrue();
        cache.assertHits(KEY, committed);
    }

    /** What invalidated it bore no version to compare with, so the write may be the older of the two. */
    @Test
    default void aPublicationIsNotSeenIfWhateverThereIsWasInvalidatedSinceItsFence() {
        publishesNothingAfter(cache -> cache.invalidate(KEY));
        publishesNothingAfter(cache -> cache.invalidatePrefix(KEY.text()));
        publishesNothingAfter(TierProbe::clear);
    }

    private void publishesNothingAfter(Consumer<TierProbe> invalidation) {
        var cache = cache();
        var fence = cache.fence(KEY);
        invalidation.accept(cache);
        cache.publish(fence, fresh(2));
        cache.assertHasNothing(KEY);
    }

    @Test
    default void aPrefixVoidsLeases() {
        voidsTheLease(cache -> cache.invalidatePrefix("course:c"));
    }

    @Test
    default void anInvalidationVoidsLeases() {
        voidsTheLease(cache -> cache.invalidate(KEY));
        voidsTheLease(cache -> cache.invalidate(KEY, 1));
    }

    @Test
    default void clearingVoidsLeases() {
        voidsTheLease(TierProbe::clear);
    }

    private void voidsTheLease(Consumer<TierProbe> invalidation) {
        var cache = cache();
        var before = cache.lease(KEY);
        invalidation.accept(cache);
        var after = cache.lease(KEY);
        assertThat(cache.fill(before, fresh(8))).isFalse();
        var entry = fresh(9);
        assertThat(cache.fill(after, entry)).isTrue();
        cache.assertHits(KEY, entry);
        cache.clear();
    }
}
