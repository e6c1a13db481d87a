package lyceum.e2e.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Histories by hand, each of which breaks one promise or none. */
class CheckerTest {

    private static final Duration B = Duration.ofSeconds(2);
    private static final long MILLI = 1_000_000;

    private final Checker checker = new Checker(B, Duration.ofSeconds(5));

    private void holds(Story story) {
        assertThat(checker.check(story.operations()).violations()).isEmpty();
    }

    /** Broken is this promise alone, and only by the last operation. */
    private void breaks(Invariant invariant, Story story) {
        var violations = checker.check(story.operations()).violations();
        assertThat(violations).extracting(Violation::invariant).containsExactly(invariant);
        assertThat(violations.getFirst().operations().getFirst()).isEqualTo(story.last());
        assertThat(violations.getFirst().describe(0)).contains("version " + story.last().version());
    }

    @Test
    void what_was_replaced_and_comes_back_is_a_resurrection() {
        breaks(Invariant.I1, new Story().read(0, 4, 0, 1).read(0, 5, 2, 3).read(0, 4, 4, 5));
        breaks(Invariant.I1, new Story().read(0, 4, 0, 1).write(0, 5, 2, 3).read(0, 5, 4, 5).read(0, 4, 6, 7));
        breaks(Invariant.I1, new Story().write(0, 4, 0, 1).write(0, 5, 2, 3).read(0, 5, 4, 5).read(0, 4, 6, 7));
    }

    @Test
    void a_writer_that_does_not_see_its_write_is_found() {
        breaks(Invariant.I2, new Story().write(0, 5, 0, 1).read(0, 4, 2, 3));
        breaks(Invariant.I2, new Story().read(0, 4, 0, 1).write(0, 5, 2, 3).read(0, 4, 4, 5));
        breaks(Invariant.I2, new Story().write(0, 5, 0, 1).staleRead(0, 4, 9_000, 9_001));
    }

    @Test
    void a_step_back_to_what_had_not_been_there_is_found() {
        breaks(Invariant.I3, new Story().read(0, 5, 0, 1).read(0, 4, 2, 3));
        breaks(Invariant.I3, new Story().write(1, 5, 0, 1).read(0, 5, 2, 3).read(0, 4, 4, 5));
        breaks(Invariant.I3, new Story().read(0, 5, 0, 1).staleRead(0, 4, 2, 3));
    }

    @Test
    void another_instance_may_lag_for_B_and_no_longer() {
        holds(new Story().write(0, 5, 0, 1).read(1, 4, 2_001, 2_500));
        breaks(Invariant.I4, new Story().write(0, 5, 0, 1).read(1, 4, 2_002, 2_003));
        breaks(Invariant.I4, new Story().write(0, 5, 0, 1).write(1, 6, 4, 5).read(2, 5, 2_005, 2_006)
                .read(2, 5, 2_006, 2_007));
    }

    @Test
    void an_answer_that_says_that_it_is_stale_is_counted_and_exempt_from_the_bound() {
        var report = checker.check(
                new Story().write(0, 5, 0, 1).read(1, 5, 100, 101).staleRead(2, 4, 9_000, 9_001).operations());
        assertThat(report.violations()).isEmpty();
        assertThat(report.stale()).isEqualTo(1);
        assertThat(report.lag().maxMillis()).isZero();
    }

    @Test
    void what_overlaps_may_come_in_any_order() {
        holds(new Story().read(0, 5, 0, 10).read(0, 4, 5, 15).write(0, 6, 5, 25).read(0, 4, 9, 30));
        holds(new Story().write(0, 5, 0, 10).read(0, 4, 5, 15));
    }

    @Test
    void a_write_that_failed_may_be_seen_or_not() {
        holds(new Story().read(0, 4, 0, 1).lostWrite(0, 2, 3).read(0, 4, 4, 5).read(1, 5, 4, 5).read(0, 5, 6, 7));
    }

    @Test
    void loads_are_compared_with_the_lease_windows_and_the_writes() {
        var story = new Story().write(0, 5, 100, 200).operations();
        assertThat(loads(story, 12_000, 4)).isEmpty();
        assertThat(loads(story, 12_000, 5)).containsExactly(Invariant.I5);
        assertThat(loads(List.of(), 1, 2)).containsExactly(Invariant.I5);
    }

    private Set<Invariant> loads(List<Operation> operations, long millis, long count) {
        return checker.check(operations, List.of(new Loads(Set.of(0), 0, millis * MILLI, count)), Map.of()).broken();
    }

    @Test
    void what_was_acknowledged_is_in_the_database() {
        var story = new Story().write(0, 5, 0, 1).write(1, 6, 2, 3).operations();
        assertThat(checker.check(story, List.of(), Map.of(0, 6L)).violations()).isEmpty();
        assertThat(checker.check(story, List.of(), Map.of(0, 5L)).broken()).containsExactly(Invariant.I6);
    }

    @Test
    void the_lag_is_the_last_older_read_of_each_other_instance() {
        var story = new Story().write(0, 5, 0, 10).read(0, 5, 11, 12)
                .read(1, 4, 15, 16).read(1, 4, 17, 18).read(1, 5, 19, 20)
                .read(2, 4, 8, 12).read(2, 5, 13, 14)
                .read(3, 4, 2, 3);
        var lag = checker.check(story.operations()).lag();
        assertThat(lag).isEqualTo(new Lag(LongStream.of(0, 7 * MILLI)));
        assertThat(lag.millis(50)).isZero();
        assertThat(lag.maxMillis()).isEqualTo(7);
    }
}
