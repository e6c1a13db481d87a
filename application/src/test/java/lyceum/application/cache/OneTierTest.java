package lyceum.application.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.Step.Outcome;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Tag;
import lyceum.fake.InMemoryCacheTier;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.Test;

/** One process with one tier in memory. */
class OneTierTest {

    private static final CacheKey KEY = new CacheKey(Kind.COURSE, "a");
    private static final Tag TAG = new Tag("courses");
    private static final CacheKey LIST = new CacheKey(Kind.COURSES_LIST, "first", Set.of(TAG));

    private final ManualClock clock = new ManualClock();
    private final Instance.Source source = new Instance.Source();
    private final Instance instance = new Instance(clock, source, InMemoryCacheTier.local("near", clock));

    @Test
    void a_second_read_is_answered_on_the_callers_thread_without_a_load() {
        instance.read(KEY);

        var again = instance.peek(KEY);

        assertThat(again).isNotNull();
        assertThat(again.content()).isEqualTo(Instance.present(1));
        assertThat(again.steps()).containsExactly(new Step("near", Outcome.HIT, false));
        assertThat(instance.loads).hasSize(1);
    }

    @Test
    void a_thousand_concurrent_readers_cost_one_load() {
        var readers = new ArrayList<CompletionStage<Answer>>();
        for (var i = 0; i < 1_000; i++) {
            readers.add(instance.begin(KEY));
        }
        instance.execution.runAll();

        assertThat(readers).allSatisfy(reader -> assertThat(reader.toCompletableFuture().join().content())
                .isEqualTo(Instance.present(1)));
        assertThat(instance.loads).hasSize(1);
    }

    @Test
    void a_failed_load_fails_those_who_waited_and_is_not_remembered() {
        source.down = true;
        var one = instance.begin(KEY);
        var other = instance.begin(KEY);
        instance.execution.runAll();

        assertThatThrownBy(() -> one.toCompletableFuture().join()).hasRootCauseMessage("the source is down");
        assertThatThrownBy(() -> other.toCompletableFuture().join()).hasRootCauseMessage("the source is down");
        source.down = false;
        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(1));
    }

    @Test
    void an_absence_is_believed_for_its_own_short_time() {
        source.version = 0;
        assertThat(instance.read(KEY).content()).isEqualTo(new Content.Absent(0));
        clock.advance(Instance.MISSING.minusMillis(1));
        instance.read(KEY);
        assertThat(instance.loads).hasSize(1);

        clock.advance(Duration.ofMillis(1));
        source.version = 1;
        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(1));
    }

    @Test
    void what_is_past_its_fresh_time_is_loaded_again_behind_an_answer_at_once() {
        instance.read(KEY);
        source.version = 2;
        clock.advance(Instance.FRESH);

        assertThat(instance.peek(KEY)).isNull();
        var known = instance.read(KEY);
        assertThat(known.content()).isEqualTo(Instance.present(1));
        assertThat(known.steps()).containsExactly(new Step("near", Outcome.STALE, false));
        assertThat(known.stale()).as("marked: it is past its time, but not older than the bound").isFalse();
        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(2));
        assertThat(instance.loads).hasSize(2);
    }

    @Test
    void a_stale_value_is_served_while_the_source_is_down_and_not_past_its_hard_limit() {
        instance.read(KEY);
        source.down = true;
        clock.advance(Instance.FRESH.plus(Instance.STALE).minusMillis(1));
        var stale = instance.read(KEY);
        assertThat(stale.content()).isEqualTo(Instance.present(1));
        assertThat(stale.steps().getLast().outcome()).isEqualTo(Outcome.STALE);

        clock.advance(Duration.ofMillis(1));
        assertThatThrownBy(() -> instance.read(KEY)).hasRootCauseMessage("the source is down");
    }

    @Test
    void a_call_chooses_its_class_and_an_entry_goes_before_it() {
        var hot = new ReadOptions(TtlClass.HOT, Set.of());
        instance.begin(KEY, hot);
        instance.execution.runAll();
        clock.advance(Duration.ofMinutes(1));
        assertThat(instance.peek(KEY)).isNull();

        var own = new Loaded(Instance.present(2), Ttl.of(Duration.ofHours(1)));
        instance.cache.read(KEY, hot, _ -> instance.execution.call(() -> own));
        instance.execution.runAll();
        clock.advance(Duration.ofMinutes(59));
        assertThat(instance.peek(KEY)).isNotNull();
    }

    @Test
    void a_call_leaves_a_tier_out_and_nobody_sees_anything_older_afterwards() {
        instance.read(KEY);
        var without = new ReadOptions(null, Set.of("near"));
        source.version = 2;

        var answer = instance.begin(KEY, without);
        instance.execution.runAll();

        assertThat(answer.toCompletableFuture().join().steps())
                .containsExactly(new Step("near", Outcome.BYPASS, false));
        assertThat(answer.toCompletableFuture().join().content()).isEqualTo(Instance.present(2));
        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(2));
    }

    @Test
    void a_reader_after_a_write_does_not_board_a_load_from_before_it() {
        var before = instance.begin(KEY);
        instance.cache.invalidation().keys(Set.of(KEY));
        source.version = 2;
        var after = instance.begin(KEY);
        instance.execution.run(1);
        source.version = 1;
        instance.execution.run(0);

        assertThat(after.toCompletableFuture().join().content()).isEqualTo(Instance.present(2));
        assertThat(before.toCompletableFuture().join().content()).isEqualTo(Instance.present(1));
        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(2));
    }

    @Test
    void a_list_loaded_before_a_change_of_its_tag_is_never_seen_after_it() {
        var before = instance.begin(LIST);
        instance.cache.invalidation().tags(Set.of(TAG));
        source.version = 2;
        var after = instance.begin(LIST);
        instance.execution.run(1);
        source.version = 1;
        instance.execution.run(0);

        assertThat(before.toCompletableFuture().join().content()).isEqualTo(Instance.present(1));
        assertThat(after.toCompletableFuture().join().content()).isEqualTo(Instance.present(2));
        assertThat(instance.read(LIST).content()).isEqualTo(Instance.present(2));
    }

    @Test
    void a_write_is_seen_by_the_next_read_without_a_load() {
        instance.read(KEY);
        instance.write(KEY, Set.of(TAG));

        assertThat(instance.peek(KEY)).isNotNull();
        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(2));
        assertThat(instance.loads).hasSize(1);
    }

    @Test
    void a_write_that_did_not_happen_leaves_what_was_cached() {
        instance.read(KEY);
        var result = instance.cache.write(
                Set.of(KEY), Set.of(), () -> instance.execution.call(() -> Committed.nothing("conflict")));
        instance.execution.runAll();

        assertThat(result.toCompletableFuture().join()).isEqualTo("conflict");
        assertThat(instance.peek(KEY)).isNotNull();
    }

    @Test
    void a_key_that_was_changed_without_telling_its_content_can_be_filled_again_at_once() {
        instance.read(KEY);
        source.version = 2;
        instance.cache.write(
                Set.of(KEY),
                Set.of(),
                () -> instance.execution.call(() -> Committed.of("done", Map.of(), Set.of())));
        instance.execution.runAll();

        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(2));
        assertThat(instance.peek(KEY)).isNotNull();
    }

    @Test
    void a_commit_whose_outcome_is_unknown_leaves_nothing_cached_that_it_may_have_changed() {
        instance.read(KEY);
        instance.read(LIST);
        var result = instance.cache.write(Set.of(KEY), Set.of(TAG), () -> instance.execution.call(() -> {
            source.version = 2;
            throw new IllegalStateException("the answer was lost");
        }));
        instance.execution.runAll();

        assertThatThrownBy(() -> result.toCompletableFuture().join()).hasRootCauseMessage("the answer was lost");
        assertThat(instance.read(KEY).content()).isEqualTo(Instance.present(2));
        assertThat(instance.read(LIST).content()).isEqualTo(Instance.present(2));
    }

    @Test
    void without_tiers_every_read_asks_the_source_and_concurrent_ones_still_share() {
        var bare = new Instance(clock, source);
        bare.read(KEY);
        source.version = 2;
        assertThat(bare.read(KEY).content()).isEqualTo(Instance.present(2));
        bare.begin(KEY);
        bare.begin(KEY);
        bare.execution.runAll();
        assertThat(bare.loads).hasSize(3);
    }

    @Test
    void the_hit_ratio_counts_reads() {
        instance.read(KEY);
        for (var i = 0; i < 3; i++) {
            instance.read(KEY);
        }
        assertThat(instance.cache.statistics().lines())
                .filteredOn(line -> line.place().equals("near"))
                .singleElement()
                .satisfies(line -> assertThat(line.hitRatio()).isEqualTo(0.75));
    }

    @Test
    void jitter_only_shortens() {
        var ttls = new TtlPolicy(
                Map.of(), Instance.classes(), Instance.MISSING, 0.5, new Random(7)::nextDouble);
        for (var i = 0; i < 1_000; i++) {
            var entry = ttls.entry(KEY, new Loaded(Instance.present(1)), ReadOptions.DEFAULT, 0);
            assertThat(entry.freshUntil()).isBetween(60_000L, 120_000L);
        }
    }
}
