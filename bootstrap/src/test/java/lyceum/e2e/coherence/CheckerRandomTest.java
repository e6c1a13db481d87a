package lyceum.e2e.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Histories by chance: correct ones, correct ones with one operation changed, and nonsense. Seeds are the parameters.
 */
class CheckerRandomTest {

    private static final int INSTANCES = 3;
    private static final Duration B = Duration.ofMillis(200);

    private final Checker checker = new Checker(B, Duration.ofSeconds(5));

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static List<Operation> correct(long seed, int keys, int count) {
        return new RandomHistory(seed, keys, INSTANCES, B.toNanos()).operations(count);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_correct_history_passes(long seed) {
        assertThat(checker.check(correct(seed, 3, 500)).describe()).isEmpty();
    }

    /** Exactly the changed operation is found to be wrong, and in exactly the ways that the definitions name. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_single_read_that_goes_back_is_caught(long seed) {
        var random = new Random(seed);
        var operations = new ArrayList<>(correct(seed, 2, 500));
        var changed = random.nextInt(300, 500);
        var older = older(random, operations, operations.get(changed));
        operations.set(changed, older);

        var report = checker.check(operations);

        assertThat(report.violations()).isNotEmpty();
        assertThat(broken(report)).allMatch(broken -> broken.getValue().equals(older));
        assertThat(broken(report)).containsExactlyInAnyOrderElementsOf(new Oracle(operations, B.toNanos()).broken());
    }

    /** In place of an operation a read of less than what its instance had answered or acknowledged before it. */
    private static Operation older(Random random, List<Operation> all, Operation it) {
        var known = all.stream()
                .filter(other -> other.key() == it.key() && other.instance() == it.instance())
                .filter(other -> other.end() < it.start())
                .mapToLong(Operation::version)
                .max()
                .orElseThrow();
        return Operation.read(it.instance(), it.key(), random.nextLong(known), it.start(), it.end(), false);
    }

    /** A version that nobody can have seen yet makes what comes after it on that instance go back. */
    @ParameterizedTest
    @MethodSource("seeds")
    void a_single_read_of_the_future_is_caught(long seed) {
        var operations = new ArrayList<>(correct(seed, 1, 300));
        var read = operations.stream().limit(100).filter(Operation::isRead).findFirst().orElseThrow();
        operations.set(operations.indexOf(read),
                Operation.read(read.instance(), read.key(), Long.MAX_VALUE, read.start(), read.end(), false));

        assertThat(checker.check(operations).violations()).isNotEmpty()
                .allMatch(violation -> violation.operations().getLast().version() == Long.MAX_VALUE);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void on_nonsense_it_agrees_with_the_definitions(long seed) {
        var random = new Random(seed);
        var operations = correct(seed, 2, 200).stream().map(it -> distorted(random, it)).toList();
        var oracle = new Oracle(operations, B.toNanos());

        var report = checker.check(operations);

        assertThat(broken(report)).containsExactlyInAnyOrderElementsOf(oracle.broken());
        assertThat(report.lag()).isEqualTo(oracle.lag(INSTANCES));
    }

    private static Operation distorted(Random random, Operation it) {
        var version = Math.max(0, it.version() + random.nextInt(-2, 3));
        var stale = it.isRead() && random.nextInt(10) == 0;
        var failure = random.nextInt(20) == 0 ? "failed" : "";
        return new Operation(it.kind(), it.instance(), it.key(), version, it.start(), it.end(), stale, failure);
    }

    private static List<Map.Entry<Invariant, Operation>> broken(Report report) {
        return report.violations().stream()
                .map(violation -> Map.entry(violation.invariant(), violation.operations().getFirst()))
                .toList();
    }

    /** Ten times the history is ten times the work, and no step is lost on sorting, which is counted apart. */
    @Test
    void a_million_operations_are_checked_in_linear_time() {
        var tenth = checker.check(correct(1, 20, 100_000));
        var whole = checker.check(correct(1, 20, 1_000_000));

        assertThat(whole.violations()).isEmpty();
        assertThat(whole.lag().count()).isGreaterThan(100_000);
        assertThat(whole.steps()).isLessThan(10 * 1_000_000);
        assertThat((double) whole.steps() / tenth.steps()).isBetween(9.5, 10.5);
    }
}
