package lyceum.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.fake.InMemoryCacheTier;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.Test;

/** What is asked for near the end of its fresh time is loaded before that, by one process. */
class RefreshAheadTest {

    private static final CacheKey KEY = new CacheKey(Kind.COURSE, "a");
    private static final Duration LOAD = Duration.ofMillis(100);

    /** Chance says yes as early as it ever does: -log(1 - 0.999) is 6.9 load times before the end. */
    private static final double EAGER = 0.999;

    private final ManualClock clock = new ManualClock();
    private final Instance.Source source = new Instance.Source();
    private final InMemoryCacheTier shared = InMemoryCacheTier.remote("shared", clock);

    private Instance instance(double chance) {
        return new Instance(
                Instance.Setup.PLAIN.drawing(() -> chance),
                clock,
                source,
                InMemoryCacheTier.local("near", clock),
                shared);
    }

    private static void loadSlowly(Instance instance) {
        instance.begin(KEY);
        instance.execution.advance(LOAD);
        instance.execution.runAll();
    }

    private void beforeTheEnd(Duration left) {
        clock.advance(Instance.FRESH.minus(LOAD).minus(left));
    }

    @Test
    void a_hit_near_its_end_is_answered_and_loaded_anew_behind() {
        var instance = instance(EAGER);
        loadSlowly(instance);
        beforeTheEnd(LOAD.multipliedBy(6));
        source.version = 2;

        assertThat(Objects.requireNonNull(instance.peek(KEY)).content()).isEqualTo(Instance.present(1));
        assertThat(instance.execution.waitingTasks()).isEqualTo(1);
        assertThat(Objects.requireNonNull(instance.peek(KEY)).content()).as("meanwhile").isEqualTo(Instance.present(1));
        assertThat(instance.execution.waitingTasks()).as("loads at a time").isEqualTo(1);
        instance.execution.runAll();
        assertThat(Objects.requireNonNull(instance.peek(KEY)).content()).isEqualTo(Instance.present(2));
    }

    @Test
    void a_hit_far_from_its_end_is_not() {
        var instance = instance(EAGER);
        loadSlowly(instance);
        beforeTheEnd(LOAD.multipliedBy(8));
        assertThat(instance.peek(KEY)).isNotNull();
        assertThat(instance.execution.waitingTasks()).isZero();
    }

    @Test
    void chance_may_say_no() {
        var instance = instance(0.5);
        loadSlowly(instance);
        beforeTheEnd(LOAD);
        assertThat(instance.peek(KEY)).isNotNull();
        assertThat(instance.execution.waitingTasks()).isZero();
    }

    @Test
    void of_all_processes_one_loads() {
        var one = instance(EAGER);
        var other = instance(EAGER);
        loadSlowly(one);
        loadSlowly(other);
        assertThat(other.loads).isEmpty();
        clock.advance(Instance.FRESH.minus(LOAD.multipliedBy(2)).minusMillis(5));

        assertThat(one.peek(KEY)).isNotNull();
        assertThat(other.peek(KEY)).isNotNull();
        assertThat(one.execution.waitingTasks() + other.execution.waitingTasks()).isEqualTo(1);
        one.execution.runAll();
        assertThat(other.peek(KEY)).isNotNull();
        assertThat(one.loads).hasSize(2);
        assertThat(other.loads).isEmpty();
    }

    @Test
    void a_load_ahead_that_began_before_a_write_is_not_stored_after_it() {
        var instance = instance(EAGER);
        loadSlowly(instance);
        beforeTheEnd(LOAD);
        assertThat(instance.peek(KEY)).isNotNull();
        instance.cache.invalidation().keys(Set.of(KEY));
        instance.execution.runAll();
        source.version = 2;
        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(2));
    }
}
