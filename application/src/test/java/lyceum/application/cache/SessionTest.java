package lyceum.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Mechanism;
import lyceum.fake.InMemoryCacheTier;
import lyceum.fake.InMemoryChangeLog;
import lyceum.fake.ManualClock;
import lyceum.fake.ManualExecution;
import org.junit.jupiter.api.Test;

/** What one process promises whatever becomes of the shared tier: its own writes are seen, and versions go forward (I2, I3). */
class SessionTest {

    private static final CacheKey KEY = new CacheKey(Kind.COURSE, "a");
    private static final Duration BOUND = Duration.ofSeconds(2);

    private final ManualClock clock = new ManualClock();
    private final Instance.Source source = new Instance.Source();
    private final InMemoryChangeLog log =
            new InMemoryChangeLog(clock, ManualExecution.queued(clock)::after, 100, Set.of());
    private final InMemoryCacheTier near = InMemoryCacheTier.local("near", clock);

    /** A server that comes back with what it had once, and does not know it. */
    private final InMemoryCacheTier far =
            InMemoryCacheTier.remote("far", clock, BOUND, log, Set.of(Mechanism.EPOCHS));
    private final Instance instance = new Instance(Instance.Setup.PLAIN.within(BOUND), clock, source, near, far);
    private final Instance writer =
            new Instance(clock, source, InMemoryCacheTier.local("near", clock), far);

    @Test
    void who_wrote_never_reads_what_was_before_although_the_shared_tier_rolled_back() {
        instance.read(KEY);
        var before = far.accidents().snapshot();
        instance.write(KEY, Set.of());
        far.accidents().rollBack(before);
        near.accidents().evict(KEY);

        assertThat(readTwice()).isEqualTo(2);
        assertThat(writer.read(KEY).entry().version()).as("what was put right for all").isEqualTo(2);
    }

    @Test
    void who_read_never_reads_what_was_before_although_the_shared_tier_rolled_back() {
        writer.read(KEY);
        var before = far.accidents().snapshot();
        writer.write(KEY, Set.of());
        assertThat(instance.read(KEY).entry().version()).isEqualTo(2);
        far.accidents().rollBack(before);
        near.accidents().evict(KEY);

        assertThat(readTwice()).isEqualTo(2);
    }

    /** The answer at once is an answer as well. */
    @Test
    void who_was_content_with_a_stale_value_never_reads_what_was_before_it() {
        writer.read(KEY);
        var before = far.accidents().snapshot();
        writer.write(KEY, Set.of());
        clock.advance(Instance.FRESH);
        far.confirm(Long.MIN_VALUE, clock.millis());
        assertThat(instance.begin(KEY).toCompletableFuture().join().entry().version()).isEqualTo(2);
        far.accidents().rollBack(before);
        far.confirm(Long.MIN_VALUE, clock.millis());

        var again = instance.begin(KEY).toCompletableFuture();
        instance.execution.advance(Instance.PATIENCE.others().plusMillis(10));
        source.version = 3;
        instance.execution.runAll();
        assertThat(again.join().entry().version()).isEqualTo(3);
    }

    @Test
    void without_a_memory_the_rollback_would_be_seen() {
        var forgetful = new Instance(
                Instance.Setup.PLAIN.within(BOUND).without(Mechanism.MEMORY), clock, source, far);
        forgetful.read(KEY);
        var before = far.accidents().snapshot();
        forgetful.write(KEY, Set.of());
        far.accidents().rollBack(before);
        assertThat(forgetful.read(KEY).entry().version()).isEqualTo(1);
    }

    /** A load that began earlier must not hide what a later read has found. */
    @Test
    void a_slow_load_is_not_kept_near_once_something_newer_was_answered() {
        var slow = instance.begin(KEY);
        var past = new ReadOptions(null, Set.of("near", "far"));
        source.version = 2;
        var newer = instance.begin(KEY, past);
        instance.execution.run(1);
        assertThat(newer.toCompletableFuture().join().entry().version()).isEqualTo(2);
        source.version = 1;
        instance.execution.run(0);
        assertThat(slow.toCompletableFuture()).isDone();
        source.version = 2;
        assertThat(instance.peek(KEY)).isNull();
        assertThat(readTwice()).isEqualTo(2);
    }

    /** Its answer shows every write committed before the load began, and that was longer ago than the bound. */
    @Test
    void nobody_boards_a_read_whose_answer_is_older_than_the_bound_allows_him() {
        var setup = Instance.Setup.PLAIN.within(BOUND);
        var bare = new Instance(setup, clock, source);
        var early = bare.begin(KEY).toCompletableFuture();
        clock.advance(BOUND.minusMillis(1));
        var soon = bare.begin(KEY).toCompletableFuture();
        clock.advance(Duration.ofMillis(1));
        var late = bare.begin(KEY).toCompletableFuture();
        bare.execution.run(0);
        assertThat(early).isDone();
        assertThat(soon.join().collapsed()).isTrue();
        assertThat(late).as("asks again").isNotDone();
        source.version = 2;
        bare.execution.runAll();
        assertThat(late.join().entry().version()).isEqualTo(2);
    }

    private long readTwice() {
        var first = instance.begin(KEY).toCompletableFuture();
        instance.execution.runAll();
        instance.execution.advance(Duration.ofMillis(10));
        instance.execution.runAll();
        assertThat(first.join().entry().version()).isEqualTo(2);
        return instance.read(KEY).entry().version();
    }
}
