package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a tier says it had not heard of, and what it stores no more after it was told. */
public interface CacheTierNewsContract extends CacheTierFixture {

    @Test
    default void whatIsToldForTheFirstTimeIsNewsAndThenNoMore() {
        var cache = cache();
        assertThat(cache.invalidate(KEY, 5)).isTrue();
        assertThat(cache.invalidate(KEY, 5)).isFalse();
        assertThat(cache.invalidate(KEY, 4)).isFalse();
        assertThat(cache.invalidate(KEY, 6)).isTrue();
        assertThat(cache.invalidate(OTHER, 5)).isTrue();
    }

    @Test
    default void whatRemovesAnEntryIsNews() {
        var cache = cache();
        cache.put(KEY, fresh(5));
        assertThat(cache.invalidate(KEY, 5)).isTrue();
    }

    @Test
    default void anInvalidationOfWhateverThereIsIsAlwaysNews() {
        var cache = cache();
        assertThat(cache.invalidate(KEY)).isTrue();
        assertThat(cache.invalidate(KEY)).isTrue();
        cache.invalidate(KEY, LARGE_VERSION);
        assertThat(cache.invalidate(KEY)).isTrue();
    }

    @Test
    default void aPublicationTellsThatWhatIsOlderIsObsolete() {
        var cache = cache();
        assertThat(cache.publish(cache.fence(KEY), fresh(5))).isTrue();
        assertThat(cache.invalidate(KEY, 4)).isFalse();
        cache.assertHits(KEY, fresh(5));
        assertThat(cache.invalidate(KEY, 5)).isTrue();
    }

    @Test
    default void aPublicationThatIsNotStoredTellsAsMuch() {
        var cache = cache();
        var earlier = cache.fence(KEY);
        var later = cache.fence(KEY);
        assertThat(cache.publish(earlier, fresh(5))).isFalse();
        cache.lift(later);
        assertThat(cache.invalidate(KEY, 4)).isFalse();
        assertThat(cache.invalidate(KEY, 5)).isTrue();
    }

    @Test
    default void aFenceAndALiftForgetNothing() {
        var cache = cache();
        cache.invalidate(KEY, 5);
        cache.lift(cache.fence(KEY));
        assertThat(cache.invalidate(KEY, 5)).isFalse();
    }

    @Test
    default void whatTellsLessForgetsNothing() {
        var cache = cache();
        cache.invalidate(KEY, 5);
        cache.invalidate(KEY, 3);
        cache.publish(cache.fence(KEY), fresh(5));
        assertThat(cache.invalidate(KEY, 5)).isFalse();
        assertThat(cache.fill(cache.lease(KEY), fresh(5))).isFalse();
    }

    @Test
    default void afterAStoredPublicationOlderFillsAreRefusedEvenOnceItsEntryIsGone() {
        var cache = cache();
        var brief = lasting(fresh(5).content(), Duration.ofMillis(100), Duration.ofMillis(300));
        assertThat(cache.publish(cache.fence(KEY), brief)).isTrue();
        passTime(Duration.ofMillis(300).plusMillis(tolerance()));
        assertThat(cache.fill(cache.lease(KEY), fresh(4))).isFalse();
        cache.put(KEY, fresh(5));
    }

    @Test
    default void aTierKnowsWhatItWasToldAndNoMore() {
        var cache = cache();
        assertThat(cache.told(KEY, 1)).isFalse();
        cache.invalidate(KEY, 5);
        assertThat(cache.told(KEY, 5)).isTrue();
        assertThat(cache.told(KEY, 6)).isFalse();
        assertThat(cache.told(OTHER, 5)).isFalse();
        cache.publish(cache.fence(KEY), fresh(8));
        assertThat(cache.told(KEY, 7)).isTrue();
        assertThat(cache.told(KEY, 8)).isFalse();
        cache.assertHits(KEY, fresh(8));
    }

    @Test
    default void anInvalidationOfWhateverThereIsTellsOfNoVersion() {
        var cache = cache();
        cache.invalidate(KEY);
        assertThat(cache.told(KEY, 1)).isFalse();
        assertThat(cache.told(KEY, Long.MAX_VALUE)).isFalse();
    }
}
