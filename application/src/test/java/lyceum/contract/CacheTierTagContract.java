package lyceum.contract;

import static lyceum.contract.CacheTierFixture.list;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.Tag;
import org.junit.jupiter.api.Test;

/** Invalidation by tag. */
public interface CacheTierTagContract extends CacheTierFixture {

    CacheKey ALL = list("all", LISTS);
    CacheKey ART = list("art", LISTS, CATEGORY);
    CacheKey ART_ONLY = list("art-only", CATEGORY);
    CacheKey UNTAGGED = list("untagged");

    private void fillAll() {
        cache().put(ALL, fresh(0));
        cache().put(ART, fresh(0));
        cache().put(ART_ONLY, fresh(0));
        cache().put(UNTAGGED, fresh(0));
    }

    @Test
    default void keysWithTheTagAreGoneAndTheOthersStay() {
        fillAll();
        var cache = cache();
        cache.invalidateTags(CATEGORY);
        assertThat(cache.peek(ART)).isNull();
        cache.assertHasNothing(ART);
        cache.assertHasNothing(ART_ONLY);
        cache.assertHits(ALL, fresh(0));
        cache.assertHits(UNTAGGED, fresh(0));
    }

    @Test
    default void anyOfTheTagsIsEnough() {
        fillAll();
        var cache = cache();
        cache.invalidateTags(CATEGORY, LISTS);
        cache.assertHasNothing(ALL);
        cache.assertHasNothing(ART);
        cache.assertHasNothing(ART_ONLY);
        cache.assertHits(UNTAGGED, fresh(0));
    }

    @Test
    default void noTagsOrUnknownOnesConcernNoKey() {
        fillAll();
        var cache = cache();
        cache.invalidateTags();
        cache.invalidateTags(new Tag("unknown"));
        cache.assertHits(ALL, fresh(0));
        cache.assertHits(ART, fresh(0));
    }

    @Test
    default void aLoadThatBeganBeforeIsNeverSeen() {
        var cache = cache();
        var before = cache.lease(ART);
        cache.invalidateTags(CATEGORY);
        cache.fill(before, fresh(0));
        cache.assertHasNothing(ART);
    }

    @Test
    default void aLoadThatBeginsAfterIsSeen() {
        var cache = cache();
        cache.put(ART, fresh(0));
        cache.invalidateTags(CATEGORY);
        var entry = fresh(0);
        cache.put(ART, entry);
        cache.assertHits(ART, entry);
    }

    @Test
    default void aLoadThatBeganBeforeHarmsNotTheOneThatFollowed() {
        var cache = cache();
        var before = cache.lease(ART);
        cache.invalidateTags(LISTS);
        var after = cache.lease(ART);
        cache.fill(before, fresh(8));
        var entry = fresh(3);
        assertThat(cache.fill(after, entry)).isTrue();
        cache.fill(before, fresh(9));
        cache.assertHits(ART, entry);
    }

    @Test
    default void aLoadOfAnotherTagIsNotDisturbed() {
        var cache = cache();
        var lease = cache.lease(ALL);
        cache.invalidateTags(CATEGORY);
        var entry = fresh(0);
        assertThat(cache.fill(lease, entry)).isTrue();
        cache.assertHits(ALL, entry);
    }

    @Test
    default void manyKeysLookedUpAtOnceKnowTheirTags() {
        fillAll();
        var cache = cache();
        var before = cache.lookupAll(List.of(list("new", CATEGORY), list("new2", LISTS)));
        cache.invalidateTags(CATEGORY);
        var voided = TierProbe.leaseIn(Objects.requireNonNull(before.get(list("new"))));
        cache.fill(voided, fresh(0));
        cache.assertHasNothing(list("new", CATEGORY));
        var standing = TierProbe.leaseIn(Objects.requireNonNull(before.get(list("new2"))));
        assertThat(cache.fill(standing, fresh(0))).isTrue();
        assertThat(cache.lookupAll(List.of(ALL, ART)))
                .hasEntrySatisfying(ALL, found -> assertThat(found).isInstanceOf(Lookup.Hit.class))
                .hasEntrySatisfying(ART, found -> TierProbe.leaseIn(found));
    }

    @Test
    default void whatAFenceHidIsGoneAfterItsTag() {
        var cache = cache();
        cache.put(ART, fresh(0));
        var fence = cache.fence(ART);
        cache.invalidateTags(CATEGORY);
        cache.lift(fence);
        cache.assertHasNothing(ART);
    }

    @Test
    default void aPublicationIsNotSeenIfItsTagWasInvalidatedSinceItsFence() {
        var cache = cache();
        var fence = cache.fence(ART);
        cache.invalidateTags(CATEGORY);
        cache.publish(fence, fresh(2));
        cache.assertHasNothing(ART);
    }

    @Test
    default void aTaggedKeyIsPublishedAndThenInvalidatedByItsTag() {
        var cache = cache();
        var committed = fresh(2);
        assertThat(cache.publish(cache.fence(ART), committed)).isTrue();
        cache.assertHits(ART, committed);
        cache.invalidateTags(LISTS);
        cache.assertHasNothing(ART);
    }
}
