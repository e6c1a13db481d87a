package lyceum.application.cache;

import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Tag;
import lyceum.fake.FaultyCacheTier;
import lyceum.fake.FaultyCacheTier.Operation;
import lyceum.fake.Faults.Fault;
import lyceum.fake.InMemoryCacheTier;
import lyceum.fake.ManualClock;
import lyceum.fake.SkewedCacheTier;
import org.junit.jupiter.api.Test;

/** Races that were found in other caches, played here. The names say where. */
class KnownRacesTest {

    private static final CacheKey KEY = new CacheKey(Kind.COURSE, "a");
    private static final Tag TAG = new Tag("courses");
    private static final CacheKey LIST = new CacheKey(Kind.COURSES_LIST, "first", Set.of(TAG));
    private static final Duration HOURS = Duration.ofHours(3);

    private final ManualClock clock = new ManualClock();
    private final Instance.Source source = new Instance.Source();
    private final InMemoryCacheTier near = InMemoryCacheTier.local("near", clock);
    private final FaultyCacheTier far = new FaultyCacheTier(InMemoryCacheTier.remote("far", clock));

    /** https://github.com/ZiggyCreatures/FusionCache/issues/625 */
    @Test
    void fusionCache_625_a_remove_during_a_load_is_not_undone_by_it_near() {
        removeDuringALoad(near);
    }

    @Test
    void fusionCache_625_a_remove_during_a_load_is_not_undone_by_it_far() {
        removeDuringALoad(far);
    }

    @Test
    void fusionCache_625_a_remove_during_a_load_is_not_undone_by_it_in_both() {
        removeDuringALoad(near, far);
    }

    private void removeDuringALoad(CacheTier... tiers) {
        var instance = new Instance(clock, source, tiers);
        var before = instance.begin(KEY).toCompletableFuture();
        await(instance.cache.invalidation().keys(Set.of(KEY)));
        var after = instance.begin(KEY).toCompletableFuture();
        instance.execution.run(0);
        source.version = 2;
        instance.execution.runAll();

        assertThat(before.join().content()).isEqualTo(Instance.present(1));
        assertThat(after.join().content()).isEqualTo(Instance.present(2));
        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(2));
        assertThat(instance.loads).hasSize(2);
    }

    /** https://github.com/ZiggyCreatures/FusionCache/issues/613: the far entry was read before it went, and kept near. */
    @Test
    void fusionCache_613_a_read_during_a_remove_does_not_bring_back_what_is_being_removed() {
        var instance = new Instance(clock, source, near, far);
        instance.read(KEY);
        near.accidents().evict(KEY);
        far.faults().injectOnce(Fault.HOLD_BEFORE, Operation.INVALIDATE);
        var removal = instance.cache.invalidation().keys(Set.of(KEY)).toCompletableFuture();
        source.version = 2;
        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(1));
        assertThat(removal).isNotDone();
        far.faults().releaseHeld();

        assertThat(removal).isCompleted();
        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(2));
    }

    /** As above, but the far tier has answered already, and the near tier is filled after the remove. */
    @Test
    void fusionCache_613_what_was_read_from_afar_before_a_remove_is_not_kept_near_after_it() {
        var instance = new Instance(clock, source, near, far);
        instance.read(KEY);
        near.accidents().evict(KEY);
        far.faults().injectOnce(Fault.HOLD_AFTER, Operation.LOOKUP);
        var reader = instance.begin(KEY).toCompletableFuture();
        await(instance.cache.invalidation().keys(Set.of(KEY)));
        source.version = 2;
        far.faults().releaseHeld();

        assertThat(reader.join().content()).isEqualTo(Instance.present(1));
        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(2));
    }

    /** Nishtala et al., Scaling Memcache at Facebook, NSDI 2013, 3.2.1: the set of a slow reader arrives after the delete. */
    @Test
    void memcached_a_stale_set_is_refused() {
        var one = new Instance(clock, source, far);
        var other = new Instance(clock, source, far);
        far.faults().injectOnce(Fault.HOLD_BEFORE, Operation.FILL);
        var slow = one.begin(KEY).toCompletableFuture();
        one.execution.runAll();
        source.version = 2;
        await(other.cache.invalidation().keys(Set.of(KEY)));
        far.faults().releaseHeld();

        assertThat(slow.join().content()).isEqualTo(Instance.present(1));
        assertThat(other.read(KEY).content()).isEqualTo(Instance.present(2));
    }

    /** https://github.com/ZiggyCreatures/FusionCache/issues/628: a refresh behind stores what it read before the tag ended. */
    @Test
    void fusionCache_628_a_tag_that_ends_during_a_load_behind_is_not_lost() {
        var instance = new Instance(clock, source, near, far);
        instance.read(LIST);
        clock.advance(Duration.ofMinutes(2).minusMillis(1));
        var noCache = new ReadOptions(null, Set.of(), new Directives(Duration.ZERO, null, Duration.ZERO, false));
        var before = instance.begin(LIST, noCache).toCompletableFuture();
        await(instance.cache.invalidation().tags(Set.of(TAG)));
        instance.execution.run(0);
        source.version = 2;

        assertThat(before.join().content()).isEqualTo(Instance.present(1));
        assertThat(instance.read(LIST).content()).isEqualTo(Instance.present(2));
    }

    /** https://github.com/ZiggyCreatures/FusionCache/issues/319: tags that are times are lost among clocks that differ. */
    @Test
    void fusionCache_319_an_entry_made_in_the_future_falls_with_its_tag_and_one_made_afterwards_stays() {
        clearsAmongClocks(HOURS, Duration.ZERO);
        clearsAmongClocks(Duration.ZERO, HOURS);
    }

    @Test
    void fusionCache_319_an_entry_made_in_the_past_falls_with_its_tag_and_one_made_afterwards_stays() {
        clearsAmongClocks(HOURS.negated(), Duration.ZERO);
        clearsAmongClocks(Duration.ZERO, HOURS.negated());
    }

    private void clearsAmongClocks(Duration aheadOfOne, Duration aheadOfOther) {
        source.version = 1;
        await(far.clear());
        var one = skewed(aheadOfOne);
        var other = skewed(aheadOfOther);
        one.read(LIST);
        assertThat(other.read(LIST).content()).isEqualTo(Instance.present(1));
        assertThat(other.loads).as("one's entry is seen by the other").isEmpty();

        await(other.cache.invalidation().tags(Set.of(TAG)));
        source.version = 2;
        assertThat(one.read(LIST).content()).as("after the clear").isEqualTo(Instance.present(2));
        assertThat(other.read(LIST).content()).as("made after the clear").isEqualTo(Instance.present(2));
        assertThat(other.loads).isEmpty();
    }

    private Instance skewed(Duration ahead) {
        return new Instance(ManualClock.behind(ahead.negated()), source, new SkewedCacheTier(far, ahead));
    }
}
