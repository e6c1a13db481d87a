package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a fence holds off while it stands, and what is left when it is lifted or expires. */
public interface CacheTierFenceContract extends CacheTierFixture {

    @Test
    default void aFenceRefusesTheFillOfALoadThatBeganBefore() {
        var cache = cache();
        var lease = cache.lease(KEY);
        var fence = cache.fence(KEY);
        assertThat(cache.fill(lease, fresh(1))).isFalse();
        cache.lift(fence);
        assertThat(cache.fill(lease, fresh(1))).isFalse();
        cache.assertHasNothing(KEY);
    }

    /**
     * Also over an entry. It may be obsolete from the commit on, which the tier cannot see; and whoever committed and
     * then could not publish here must not read it here again.
     */
    @Test
    default void underAFenceThereIsNeitherLeaseNorEntry() {
        var cache = cache();
        cache.put(KEY, fresh(1));
        cache.put(OTHER, stale(1));
        cache.fence(KEY);
        cache.fence(OTHER);
        cache.assertBusy(KEY);
        cache.assertBusy(OTHER);
    }

    /** A writer that dies between commit and publication must not leave the old entry readable. */
    @Test
    default void aFenceExpiresAndTakesWhatWasHeldBeforeWithIt() {
        cache().put(KEY, fresh(1));
        var fence = hastyCache().fence(KEY);
        passTime(fenceTime());
        var cache = cache();
        assertThat(cache.peek(KEY)).isNull();
        cache.assertHasNothing(KEY);
        cache.lift(fence);
        cache.assertHasNothing(KEY);
    }

    @Test
    default void whatAnExpiredFenceTookIsNotBroughtBackByTheLiftOfAnother() {
        cache().put(KEY, fresh(1));
        hastyCache().fence(KEY);
        passTime(fenceTime());
        var cache = cache();
        cache.lift(cache.fence(KEY));
        cache.assertHasNothing(KEY);
    }

    @Test
    default void aLiftRestoresWhatWasHeld() {
        var cache = cache();
        var held = fresh(1);
        cache.put(KEY, held);
        cache.lift(cache.fence(KEY));
        cache.assertHits(KEY, held);
        assertThat(cache.peek(KEY)).isEqualTo(remote() ? null : held);
    }

    @Test
    default void aLiftRestoresAStaleEntryWithALeaseForTheNext() {
        var cache = cache();
        var held = stale(1);
        cache.put(KEY, held);
        Objects.requireNonNull(cache.assertStale(KEY, held));
        cache.lift(cache.fence(KEY));
        assertThat(cache.assertStale(KEY, held)).isNotNull();
    }

    @Test
    default void aLiftOfAnEarlierFenceLeavesTheLaterStanding() {
        var cache = cache();
        var earlier = cache.fence(KEY);
        cache.fence(KEY);
        cache.lift(earlier);
        cache.assertBusy(KEY);
    }

    /** The earlier writer may have committed and died. */
    @Test
    default void aLiftBringsNothingBackThatAnEarlierWriteMayHaveChanged() {
        var cache = cache();
        cache.put(KEY, fresh(1));
        cache.fence(KEY);
        cache.lift(cache.fence(KEY));
        cache.assertHasNothing(KEY);
    }

    @Test
    default void aFenceConcernsItsKeyOnly() {
        var cache = cache();
        var held = fresh(1);
        cache.put(OTHER, held);
        cache.fence(KEY);
        cache.assertHits(OTHER, held);
    }
}
