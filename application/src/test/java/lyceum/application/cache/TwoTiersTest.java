package lyceum.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lyceum.application.cache.Step.Outcome;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Tag;
import lyceum.fake.FaultyCacheTier;
import lyceum.fake.FaultyCacheTier.Operation;
import lyceum.fake.Faults.Fault;
import lyceum.fake.InMemoryCacheTier;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.Test;

/** Two processes, each with a tier of its own, before one shared tier that may fail. */
class TwoTiersTest {

    private static final Tag TAG = new Tag("courses");
    private static final CacheKey KEY = new CacheKey(Kind.COURSE, "a");
    private static final CacheKey LIST = new CacheKey(Kind.COURSES_LIST, "first", Set.of(TAG));

    private final ManualClock clock = new ManualClock();
    private final Instance.Source source = new Instance.Source();
    private final FaultyCacheTier shared = new FaultyCacheTier(InMemoryCacheTier.remote("shared", clock));
    private final Instance one = instance();
    private final Instance other = instance();

    private Instance instance() {
        return new Instance(
                clock, source, InMemoryCacheTier.local("near", clock), new GuardedTier(shared, clock));
    }

    @Test
    void what_one_process_loaded_the_other_finds_in_the_shared_tier() {
        assertThat(one.read(KEY).steps())
                .containsExactly(new Step("near", Outcome.MISS, true), new Step("shared", Outcome.MISS, true));

        assertThat(other.read(KEY).steps())
                .containsExactly(new Step("near", Outcome.MISS, true), new Step("shared", Outcome.HIT, false));
        assertThat(other.loads).isEmpty();
        assertThat(other.peek(KEY)).isNotNull();
    }

    @Test
    void while_one_process_loads_the_other_waits_for_it() {
        var first = one.begin(KEY);
        var second = other.begin(KEY);
        other.execution.runAll();
        assertThat(other.loads).isEmpty();

        one.execution.runAll();
        other.execution.advance(Duration.ofMillis(10));

        assertThat(first.toCompletableFuture()).isCompleted();
        assertThat(second.toCompletableFuture().join().content()).isEqualTo(Instance.present(1));
        assertThat(other.loads).isEmpty();
    }

    @Test
    void a_process_whose_patience_ends_loads_by_itself() {
        one.begin(KEY);
        var second = other.begin(KEY);
        other.execution.advance(Instance.PATIENCE.others().plusMillis(10));
        other.execution.runAll();

        assertThat(second.toCompletableFuture().join().content()).isEqualTo(Instance.present(1));
        assertThat(other.loads).hasSize(1);
    }

    @Test
    void a_fill_refused_by_the_shared_tier_is_not_made_near_either() {
        var slow = one.begin(KEY);
        other.write(KEY, Set.of());
        source.version = 1;
        one.execution.runAll();
        source.version = 2;

        assertThat(slow.toCompletableFuture().join().content()).isEqualTo(Instance.present(1));
        assertThat(one.peek(KEY)).isNull();
        assertThat(one.read(KEY).content()).isEqualTo(Instance.present(2));
        assertThat(one.loads).hasSize(1);
    }

    @Test
    void a_list_that_was_being_loaded_during_a_write_is_never_seen_after_it() {
        var slow = one.begin(LIST);
        other.write(KEY, Set.of(TAG));
        source.version = 1;
        one.execution.runAll();
        source.version = 2;

        assertThat(slow.toCompletableFuture().join().content()).isEqualTo(Instance.present(1));
        assertThat(other.read(LIST).content()).isEqualTo(Instance.present(2));
    }

    @Test
    void with_the_shared_tier_down_reads_and_writes_go_on() {
        shared.faults().failAll();

        assertThat(one.read(KEY).content()).isEqualTo(Instance.present(1));
        assertThat(one.peek(KEY)).isNotNull();
        one.write(KEY, Set.of(TAG));
        assertThat(one.read(KEY).content()).isEqualTo(Instance.present(2));
    }

    @Test
    void a_tier_known_to_be_down_is_not_asked_each_time() {
        shared.faults().failAll();
        for (var i = 0; i < 100; i++) {
            one.read(new CacheKey(Kind.COURSE, "k" + i));
        }

        assertThat(shared.faults().calls(Operation.LOOKUP)).isLessThan(10);
    }

    @Test
    void what_the_shared_tier_was_not_told_it_is_told_before_it_is_read_again() {
        one.read(KEY);
        other.read(LIST);
        shared.faults().failAll();
        one.write(KEY, Set.of(TAG));
        shared.faults().heal();
        clock.advance(Duration.ofSeconds(10));

        one.cache.tiers().getFirst().clear();
        assertThat(one.read(KEY).content()).isEqualTo(Instance.present(2));
        one.cache.tiers().getFirst().clear();
        assertThat(one.read(LIST).content()).isEqualTo(Instance.present(2));
    }

    @Test
    void a_publication_whose_answer_was_lost_is_made_good() {
        one.read(KEY);
        shared.faults().injectOnce(Fault.FAIL_BEFORE, Operation.PUBLISH);
        one.write(KEY, Set.of());

        one.cache.tiers().getFirst().clear();
        assertThat(one.read(KEY).content()).isEqualTo(Instance.present(2));
        clock.advance(InMemoryCacheTier.FENCE_TIME);
        assertThat(one.read(KEY).content()).isEqualTo(Instance.present(2));
    }

    @Test
    void many_keys_cost_one_round_trip_per_tier_and_one_load() {
        var keys = IntStream.range(0, 100)
                .mapToObj(i -> new CacheKey(Kind.COURSE, "k" + i))
                .toList();
        other.read(keys.getFirst());
        var loads = new ArrayList<Collection<CacheKey>>();

        var answers = one.cache.readAll(keys, new Loader.Bulk() {
            @Override
            public CompletionStage<Loaded> load(CacheKey key) {
                throw new AssertionError("one by one");
            }

            @Override
            public CompletionStage<Map<CacheKey, Loaded>> loadAll(Collection<CacheKey> asked) {
                loads.add(asked);
                return CompletableFuture.completedStage(asked.stream()
                        .collect(Collectors.toMap(key -> key, _ -> new Loaded(Instance.present(1)))));
            }
        });

        assertThat(answers.toCompletableFuture().join()).containsOnlyKeys(keys);
        assertThat(shared.faults().calls(Operation.LOOKUP_ALL)).isEqualTo(1);
        assertThat(loads).singleElement().satisfies(asked -> assertThat(asked).hasSize(99));
        assertThat(List.copyOf(keys)).allSatisfy(key -> assertThat(one.peek(key)).isNotNull());
    }

    @Test
    void a_prefix_is_invalidated_in_every_tier() {
        one.read(KEY);
        one.read(LIST);
        var removed = one.cache.invalidation().prefix("course:");
        source.version = 2;

        assertThat(removed.toCompletableFuture().join()).isEqualTo(2);
        assertThat(one.read(KEY).content()).isEqualTo(Instance.present(2));
        assertThat(one.read(LIST).content()).isEqualTo(Instance.present(1));
    }

    @Test
    void everything_is_invalidated_in_every_tier() {
        one.read(KEY);
        one.read(LIST);
        one.cache.invalidation().everything().toCompletableFuture().join();
        source.version = 2;

        assertThat(one.read(KEY).content()).isEqualTo(Instance.present(2));
        assertThat(one.read(LIST).content()).isEqualTo(Instance.present(2));
    }
}
