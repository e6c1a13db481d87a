package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.domain.cache.Fence;
import org.junit.jupiter.api.Test;

/** What a publication stores and removes, by the fence it has. */
public interface CacheTierWriteContract extends CacheTierFixture {

    @Test
    default void aPublicationUnderItsFenceIsStored() {
        var cache = cache();
        cache.put(KEY, fresh(1));
        var committed = fresh(2);
        assertThat(cache.publish(cache.fence(KEY), committed)).isTrue();
        cache.assertHits(KEY, committed);
    }

    @Test
    default void aFenceIsGoodForOnePublication() {
        var cache = cache();
        var fence = cache.fence(KEY);
        var committed = fresh(2);
        cache.publish(fence, committed);
        assertThat(cache.publish(fence, committed)).isFalse();
        cache.assertHits(KEY, committed);
    }

    @Test
    default void anInventedFenceStoresNothing() {
        var cache = cache();
        assertThat(cache.publish(new Fence(KEY, "invented"), fresh(1))).isFalse();
        cache.assertHasNothing(KEY);
    }

    @Test
    default void aPublicationVoidsLeases() {
        var fence = hastyCache().fence(KEY);
        passTime(fenceTime());
        var cache = cache();
        var lease = cache.lease(KEY);
        cache.publish(fence, fresh(2));
        assertThat(cache.fill(lease, fresh(2))).isFalse();
        cache.assertHasNothing(KEY);
    }

    @Test
    default void aPublicationNeverReplacesANewerEntry() {
        var cache = cache();
        var newer = fresh(7);
        cache.put(KEY, newer);
        assertThat(cache.publish(cache.fence(KEY), fresh(6))).isFalse();
        cache.assertHits(KEY, newer);
    }

    @Test
    default void aPublicationAfterItsFenceStoresNothingAndRemovesWhatIsOlder() {
        var fence = hastyCache().fence(KEY);
        passTime(fenceTime());
        var cache = cache();
        cache.put(KEY, fresh(1));
        assertThat(cache.publish(fence, fresh(2))).isFalse();
        cache.assertHasNothing(KEY);
    }

    @Test
    default void aPublicationAfterItsFenceLeavesWhatIsAsNew() {
        var fence = hastyCache().fence(KEY);
        passTime(fenceTime());
        var cache = cache();
        var reloaded = fresh(2);
        cache.put(KEY, reloaded);
        assertThat(cache.publish(fence, fresh(2))).isFalse();
        cache.assertHits(KEY, reloaded);
    }

    @Test
    default void aLaterFenceTakesThePlaceOfAnEarlierOne() {
        var cache = cache();
        cache.put(KEY, fresh(1));
        var earlier = cache.fence(KEY);
        var later = cache.fence(KEY);
        assertThat(cache.publish(earlier, fresh(2))).isFalse();
        cache.assertBusy(KEY);
        var committed = fresh(3);
        assertThat(cache.publish(later, committed)).isTrue();
        cache.assertHits(KEY, committed);
    }

    /** The later to begin may be the first to commit; its publication must then not undo the other's. */
    @Test
    default void aLaterFenceDoesNotStoreWhatIsOlderThanAnEarlierOnesPublication() {
        var cache = cache();
        var earlier = cache.fence(KEY);
        var later = cache.fence(KEY);
        cache.publish(earlier, fresh(3));
        assertThat(cache.publish(later, fresh(2))).isFalse();
        cache.assertHasNothing(KEY);
    }
}
