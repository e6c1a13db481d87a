package lyceum.application.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.Step.Outcome;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.fake.InMemoryCacheTier;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.Test;

/** How long a read waits for something better than what it has, and what becomes of the load that it does not wait for. */
class PatienceTest {

    private static final CacheKey KEY = new CacheKey(Kind.COURSE, "a");
    private static final Duration SOFT = Duration.ofMillis(100);
    private static final Duration HARD = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofSeconds(1);

    private final ManualClock clock = new ManualClock();
    private final Instance.Source source = new Instance.Source();

    private Instance instance(Duration soft) {
        var setup = Instance.Setup.PLAIN.waiting(new Patience(LONG, soft, HARD));
        return new Instance(
                setup, clock, source, InMemoryCacheTier.local("near", clock), InMemoryCacheTier.remote("far", clock));
    }

    private Instance withAStaleEntry(Duration soft) {
        var instance = instance(soft);
        instance.read(KEY);
        source.version = 2;
        clock.advance(Instance.FRESH);
        return instance;
    }

    private static boolean answered(CompletionStage<Answer> answer) {
        return answer.toCompletableFuture().isDone();
    }

    private static Answer now(CompletionStage<Answer> answer) {
        assertThat(answered(answer)).isTrue();
        return answer.toCompletableFuture().join();
    }

    @Test
    void who_waits_for_nothing_is_answered_at_once_while_one_loads_behind() {
        var instance = withAStaleEntry(Duration.ZERO);
        for (var i = 0; i < 100; i++) {
            var known = now(instance.begin(KEY));
            assertThat(known.content()).isEqualTo(Instance.present(1));
            assertThat(known.stale()).as("marked").isFalse();
        }
        instance.execution.runAll();
        assertThat(instance.loads).as("the first, and one behind").hasSize(2);
        assertThat(now(instance.begin(KEY)).content()).isEqualTo(Instance.present(2));
    }

    @Test
    void a_load_within_the_soft_time_is_the_answer() {
        var instance = withAStaleEntry(SOFT);
        var answer = instance.begin(KEY);
        instance.execution.advance(SOFT.minusMillis(1));
        assertThat(answered(answer)).isFalse();
        instance.execution.runAll();
        assertThat(now(answer).content()).isEqualTo(Instance.present(2));
    }

    @Test
    void after_the_soft_time_the_stale_value_will_do_and_the_late_load_still_fills() {
        var instance = withAStaleEntry(SOFT);
        var answer = instance.begin(KEY);
        instance.execution.advance(SOFT);
        assertThat(now(answer).content()).isEqualTo(Instance.present(1));
        instance.execution.runAll();
        assertThat(instance.peek(KEY)).isNotNull();
        assertThat(now(instance.begin(KEY)).content()).isEqualTo(Instance.present(2));
    }

    @Test
    void a_load_that_fails_within_the_soft_time_leaves_the_stale_value() {
        var instance = withAStaleEntry(SOFT);
        source.down = true;
        var answer = instance.begin(KEY);
        instance.execution.runAll();
        assertThat(now(answer).content()).isEqualTo(Instance.present(1));
    }

    @Test
    void after_the_hard_time_who_has_nothing_fails_and_the_late_load_still_fills() {
        var instance = instance(Duration.ZERO);
        var answer = instance.begin(KEY);
        instance.execution.advance(HARD);
        assertThat(answer.toCompletableFuture().exceptionNow()).isInstanceOf(SourceUnavailable.class);
        instance.execution.runAll();
        assertThat(instance.peek(KEY)).isNotNull();
    }

    /** All timers are up when it goes on, and what it waits for has arrived but not been taken in. */
    @Test
    void a_process_that_stood_still_has_half_of_the_time_to_take_in_what_arrived_meanwhile() {
        var instance = instance(Duration.ZERO);
        var answer = instance.begin(KEY);
        clock.advance(HARD.multipliedBy(3));
        instance.execution.advance(HARD.dividedBy(2).minusMillis(1));
        assertThat(answered(answer)).isFalse();
        instance.execution.runAll();
        assertThat(now(answer).content()).isEqualTo(Instance.present(1));
    }

    @Test
    void a_process_that_stood_still_on_the_way_to_the_source_still_asks_it() {
        var far = InMemoryCacheTier.remote("far", clock);
        var setup = Instance.Setup.PLAIN.waiting(new Patience(LONG, SOFT, HARD));
        new Instance(setup, clock, source, far).begin(KEY);
        var instance = new Instance(setup, clock, source, far);
        var answer = instance.begin(KEY);
        assertThat(instance.execution.waitingTasks()).as("it waits for the other to load").isZero();

        clock.advance(HARD.multipliedBy(3));
        instance.execution.advance(Duration.ZERO);
        instance.execution.runAll();

        assertThat(now(answer).content()).isEqualTo(Instance.present(1));
    }

    @Test
    void who_waits_for_others_must_have_time_left_for_himself() {
        assertThatThrownBy(() -> new Patience(HARD, SOFT, HARD)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void after_the_hard_time_what_may_not_be_current_is_answered_and_marked() {
        var bound = Duration.ofSeconds(5);
        var setup = Instance.Setup.PLAIN.within(bound).waiting(new Patience(LONG, SOFT, HARD));
        var instance = new Instance(setup, clock, source, InMemoryCacheTier.local("near", clock, bound, setup.off()));
        instance.read(KEY);
        source.version = 2;
        clock.advance(bound);

        var answer = instance.begin(KEY);
        instance.execution.advance(HARD.minusMillis(1));
        assertThat(answered(answer)).as("it may be older than the bound").isFalse();
        instance.execution.advance(Duration.ofMillis(1));

        assertThat(now(answer).content()).isEqualTo(Instance.present(1));
        assertThat(now(answer).stale()).as("marked").isTrue();
        instance.execution.runAll();
        assertThat(now(instance.begin(KEY)).content()).isEqualTo(Instance.present(2));
    }

    @Test
    void what_may_not_be_current_is_answered_when_the_source_fails_and_marked() {
        var bound = Duration.ofSeconds(5);
        var setup = Instance.Setup.PLAIN.within(bound);
        var instance = new Instance(setup, clock, source, InMemoryCacheTier.local("near", clock, bound, setup.off()));
        instance.read(KEY);
        clock.advance(bound);
        source.down = true;

        var answer = instance.read(KEY);
        assertThat(answer.stale()).isTrue();
        assertThat(answer.steps().getLast()).isEqualTo(new Step(CacheStatistics.SOURCE, Outcome.STALE, false));
        source.down = false;
        source.version = 2;
        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(2));
    }

    @Test
    void after_a_run_of_failures_the_source_is_left_alone_for_a_moment() {
        var instance = instance(Duration.ZERO);
        var asked = new int[1];
        Loader failing = _ -> instance.execution.call(() -> {
            asked[0]++;
            throw new CatalogueUnavailable(new IllegalStateException("down"));
        });
        for (var i = 0; i < 20; i++) {
            instance.cache.read(new CacheKey(Kind.COURSE, "k" + i), failing);
            instance.execution.runAll();
        }
        assertThat(asked[0]).isEqualTo(5);
        assertThat(instance.cache.sourceSuspended()).isTrue();
        assertThatThrownBy(() -> instance.read(KEY)).hasCauseInstanceOf(SourceUnavailable.class);

        clock.advance(Duration.ofMillis(500));
        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(1));
        assertThat(instance.cache.sourceSuspended()).isFalse();
    }

    @Test
    void what_is_missing_or_wrong_is_no_failure_of_the_source() {
        var instance = instance(Duration.ZERO);
        source.down = true;
        for (var i = 0; i < 20; i++) {
            instance.begin(new CacheKey(Kind.COURSE, "k" + i));
            instance.execution.runAll();
        }
        assertThat(instance.cache.sourceSuspended()).isFalse();
    }
}
