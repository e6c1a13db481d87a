package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Lookup;
import org.junit.jupiter.api.Test;

/** Invalidation of all keys with a prefix, and of all there are. */
public interface CacheTierSweepContract extends CacheTierFixture {

    @Test
    default void aPrefixRemovesTheEntriesUnderItAndCountsThem() {
        var cache = cache();
        cache.put(new CacheKey(Kind.COURSE, "a1"), fresh(1));
        cache.put(new CacheKey(Kind.COURSE, "a2"), fresh(new Content.Absent(0)));
        cache.put(new CacheKey(Kind.COURSE, "b"), fresh(1));
        cache.put(new CacheKey(Kind.COURSES_LIST, "a1"), fresh(1));
        cache.lease(new CacheKey(Kind.COURSE, "a3"));
        assertThat(cache.invalidatePrefix("course:a")).isEqualTo(2);
        cache.assertHasNothing(new CacheKey(Kind.COURSE, "a1"));
        cache.assertHasNothing(new CacheKey(Kind.COURSE, "a2"));
        assertThat(cache.lookup(new CacheKey(Kind.COURSE, "b"))).isInstanceOf(Lookup.Hit.class);
        assertThat(cache.lookup(new CacheKey(Kind.COURSES_LIST, "a1"))).isInstanceOf(Lookup.Hit.class);
        assertThat(cache.invalidatePrefix("course:a")).isZero();
    }

    @Test
    default void aPrefixIsTakenLiterally() {
        for (var sign : new String[] {"*", "?", "[ab]", "\\", "[^b]", ".", "%", "{x}"}) {
            var literal = new CacheKey(Kind.COURSE, "p" + sign + "z");
            cache().put(literal, fresh(1));
            cache().put(new CacheKey(Kind.COURSE, "paz"), fresh(1));
            assertThat(cache().invalidatePrefix("course:p" + sign)).as(sign).isEqualTo(1);
            cache().assertHasNothing(literal);
            assertThat(cache().invalidatePrefix("course:p")).as("the others stay").isEqualTo(1);
        }
    }

    @Test
    default void clearingLeavesNothing() {
        var cache = cache();
        cache.put(KEY, fresh(1));
        cache.put(OTHER, fresh(new Content.Absent(0)));
        cache.clear();
        assertThat(cache.peek(KEY)).isNull();
        cache.assertHasNothing(KEY);
        cache.assertHasNothing(OTHER);
    }

    @Test
    default void whatAFenceHidIsGoneAfterClearing() {
        var cache = cache();
        cache.put(KEY, fresh(1));
        var fence = cache.fence(KEY);
        cache.clear();
        cache.lift(fence);
        cache.assertHasNothing(KEY);
    }
}
