package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Lookup;
import org.junit.jupiter.api.Test;

/** Many keys at a time, a peek, and the statistics. */
public interface CacheTierLookupContract extends CacheTierFixture {

    @Test
    default void manyKeysAreAnsweredAtOnceEachByItsOwnState() {
        var cache = cache();
        var held = fresh(1);
        cache.put(new CacheKey(Kind.COURSE, "held"), held);
        var old = stale(2);
        cache.put(new CacheKey(Kind.COURSE, "old"), old);
        cache.lease(new CacheKey(Kind.COURSE, "leased"));
        cache.fence(new CacheKey(Kind.COURSE, "fenced"));
        var keys = Stream.of("held", "old", "leased", "fenced", "nothing").map(id -> new CacheKey(Kind.COURSE, id))
                .toList();

        var answers = cache.lookupAll(keys);

        assertThat(answers).containsOnlyKeys(keys);
        assertThat(keys.stream().map(answers::get).map(Object::getClass))
                .containsExactly(Lookup.Hit.class, Lookup.Stale.class, Lookup.Busy.class, Lookup.Busy.class,
                        Lookup.Leased.class);
        assertThat(cache.fill(TierProbe.leaseIn(lookupOf("nothing", answers)), fresh(1))).isTrue();
        assertThat(cache.assertStale(new CacheKey(Kind.COURSE, "old"), old)).as("given already").isNull();
    }

    private static Lookup lookupOf(String id, Map<CacheKey, Lookup> answers) {
        return Objects.requireNonNull(answers.get(new CacheKey(Kind.COURSE, id)));
    }

    @Test
    default void aKeyAskedForTwiceAtOnceGetsItsLease() {
        assertThat(cache().lookupAll(List.of(KEY, KEY)).get(KEY)).isInstanceOf(Lookup.Leased.class);
    }

    @Test
    default void noKeysHaveNoAnswers() {
        assertThat(cache().lookupAll(List.of())).isEmpty();
    }

    @Test
    default void aPeekShowsWhatIsInThisProcessAndTakesNoLease() {
        var cache = cache();
        assertThat(cache.peek(KEY)).isNull();
        cache.assertHasNothing(KEY);
        var entry = fresh(1);
        cache.put(KEY, entry);
        assertThat(cache.peek(KEY)).isEqualTo(remote() ? null : entry);
    }

    @Test
    default void aPeekShowsNothingStale() {
        var cache = cache();
        var entry = stale(1);
        cache.put(KEY, entry);
        assertThat(cache.peek(KEY)).isNull();
        assertThat(cache.assertStale(KEY, entry)).isNotNull();
    }

    @Test
    default void aPeekSeesNothingUnderAFenceOrAfterAnInvalidation() {
        var cache = cache();
        cache.put(KEY, fresh(1));
        var fence = cache.fence(KEY);
        assertThat(cache.peek(KEY)).isNull();
        cache.lift(fence);
        cache.invalidate(KEY);
        assertThat(cache.peek(KEY)).isNull();
    }

    @Test
    default void theStatisticsCountWhatIsHeld() {
        assertThat(tier().name()).isNotEmpty();
        cache().put(KEY, fresh(1));
        var stats = TierProbe.await(tier().stats());
        assertThat(stats.entries()).isPositive();
        assertThat(stats.bytes()).isPositive();
    }
}
