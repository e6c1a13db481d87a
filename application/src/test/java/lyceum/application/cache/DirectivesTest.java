package lyceum.application.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.fake.InMemoryCacheTier;
import lyceum.fake.ManualClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a request may ask of its answer (RFC 9111, 5.2.1), through two tiers that believe what is confirmed. */
class DirectivesTest {

    private static final CacheKey KEY = new CacheKey(Kind.COURSE, "a");
    private static final Duration BOUND = Duration.ofSeconds(2);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final ReadOptions NO_CACHE = options(Duration.ZERO, null, Duration.ZERO, false);
    private static final ReadOptions ONLY_IF_CACHED = options(null, null, Duration.ZERO, true);

    private final ManualClock clock = new ManualClock();
    private final Instance.Source source = new Instance.Source();
    private final InMemoryCacheTier shared = InMemoryCacheTier.remote("shared", clock);
    private final Instance one = instance();
    private final Instance other = instance();

    private Instance instance() {
        return new Instance(clock, source, InMemoryCacheTier.local("near", clock), shared);
    }

    private static ReadOptions options(
            @Nullable Duration maxAge, @Nullable Duration minFresh, Duration maxStale, boolean onlyIfCached) {
        return ReadOptions.of(new Directives(maxAge, minFresh, maxStale, onlyIfCached));
    }

    private static long read(Instance instance, ReadOptions options) {
        var answer = instance.begin(KEY, options).toCompletableFuture();
        instance.execution.runAll();
        return answer.join().entry().version();
    }

    @Test
    void only_if_cached_asks_no_source() {
        assertThatThrownBy(() -> read(one, ONLY_IF_CACHED)).hasCauseInstanceOf(NotCached.class);
        assertThat(one.loads).isEmpty();
        other.read(KEY);
        assertThat(read(one, ONLY_IF_CACHED)).as("from the shared tier").isEqualTo(1);
        assertThat(one.loads).isEmpty();
    }

    @Test
    void only_if_cached_leaves_no_lease_behind() {
        assertThatThrownBy(() -> read(one, ONLY_IF_CACHED)).hasCauseInstanceOf(NotCached.class);
        assertThat(other.begin(KEY).toCompletableFuture()).isNotDone();
        assertThat(other.execution.waitingTasks()).as("it loads and does not wait for anybody").isEqualTo(1);
    }

    @Test
    void only_if_cached_waits_for_no_other_and_takes_what_is_stale_but_current() {
        one.read(KEY);
        clock.advance(Instance.FRESH);
        assertThat(read(one, ONLY_IF_CACHED)).isEqualTo(1);
        assertThat(one.loads).hasSize(1);
        one.begin(new CacheKey(Kind.COURSE, "b"));
        var waiting = one.begin(new CacheKey(Kind.COURSE, "b"), ONLY_IF_CACHED).toCompletableFuture();
        assertThat(waiting.exceptionNow()).isInstanceOf(NotCached.class);
    }

    @Test
    void no_cache_is_loaded_although_every_tier_has_it_and_the_others_profit() {
        one.read(KEY);
        other.read(KEY);
        clock.advance(SECOND);
        source.version = 2;
        assertThat(read(one, NO_CACHE)).isEqualTo(2);
        assertThat(one.read(KEY).entry().version()).isEqualTo(2);
        assertThat(one.loads).hasSize(2);
    }

    @Test
    void a_thousand_concurrent_readers_without_cache_cost_two_loads_at_the_most() {
        one.read(KEY);
        clock.advance(SECOND);
        var readers = new ArrayList<CompletableFuture<Answer>>();
        for (var i = 0; i < 1_000; i++) {
            readers.add(one.begin(KEY, NO_CACHE).toCompletableFuture());
            clock.advance(Duration.ofMillis(i % 2));
        }
        source.version = 2;
        one.execution.runAll();
        assertThat(readers).allSatisfy(reader -> assertThat(reader.join().entry().version())
                .isEqualTo(2));
        assertThat(one.loads).as("the first, and no more than two").hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void max_age_takes_what_is_young_enough_wherever_it_is() {
        one.read(KEY);
        clock.advance(SECOND);
        source.version = 2;
        var second = options(SECOND, null, Duration.ZERO, false);
        assertThat(read(one, second)).isEqualTo(1);
        assertThat(read(other, second)).as("from the shared tier").isEqualTo(1);
        clock.advance(Duration.ofMillis(1));
        assertThat(read(other, second)).isEqualTo(2);
        assertThat(read(one, second)).as("from the shared tier").isEqualTo(2);
        assertThat(one.loads).hasSize(1);
    }

    @Test
    void min_fresh_takes_what_is_fresh_for_long_enough() {
        one.read(KEY);
        source.version = 2;
        clock.advance(Instance.FRESH.minusSeconds(10));
        assertThat(read(one, options(null, Duration.ofSeconds(10), Duration.ZERO, false))).isEqualTo(1);
        assertThat(read(one, options(null, Duration.ofSeconds(11), Duration.ZERO, false))).isEqualTo(2);
    }

    @Test
    void max_stale_takes_what_nobody_confirmed_where_that_spares_a_load() {
        var setup = Instance.Setup.PLAIN.within(BOUND);
        var doubting = InMemoryCacheTier.local("near", clock, BOUND, setup.off());
        var instance = new Instance(setup, clock, source, doubting);
        instance.read(KEY);
        source.version = 2;
        clock.advance(BOUND.plusSeconds(5));
        assertThat(read(instance, options(null, null, Duration.ofSeconds(6), true))).isEqualTo(1);
        assertThatThrownBy(() -> read(instance, options(SECOND, null, Duration.ofSeconds(6), true)))
                .as("too old, whatever its staleness")
                .hasCauseInstanceOf(NotCached.class);
        assertThat(read(instance, options(null, null, Duration.ofSeconds(4), false))).isEqualTo(2);
    }
}
