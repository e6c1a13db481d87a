package lyceum.application.coherence;

import static lyceum.application.coherence.OneProcess.KEY;
import static lyceum.application.coherence.OneProcess.LIST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogFollowerTest {

    private final OneProcess process = new OneProcess();
    private final LogFollower follower = new LogFollower(
            process.log,
            List.of(process.near),
            process.cache.invalidation(),
            process.execution,
            process.clock,
            process.statistics);

    @Test
    void whatIsPublishedElsewhereLeavesTheNearTierAtOnce() {
        follower.start();
        assertThat(process.read(KEY)).isEqualTo("\"version 1\"");
        assertThat(process.read(LIST)).isEqualTo("\"version 1\"");

        process.publishedElsewhere();

        assertThat(process.read(KEY)).isEqualTo("\"version 2\"");
        assertThat(process.read(LIST)).isEqualTo("\"version 2\"");
        assertThat(process.report().lag().getFirst()).isEqualTo(2);
    }

    @Test
    void itHasBegunWhenItKnowsWhereTheLogIs() {
        assertThat(follower.first().toCompletableFuture()).isNotDone();
        follower.start();
        assertThat(follower.first().toCompletableFuture()).isCompleted();
    }

    @Test
    void confirmationsCarryTheNearTierBeyondTheBound() {
        follower.start();
        process.read(KEY);
        process.execution.advance(Duration.ofSeconds(3));
        var _ = process.far.confirm(Long.MIN_VALUE, process.clock.millis());

        assertThat(process.cache.peek(KEY, process::load)).isNotNull();
        assertThat(process.report().sinceConfirmedMillis()).isZero();
    }

    @Test
    void withoutConfirmationsTheNearTierIsBelievedForTheBoundAndNoLonger() {
        follower.start();
        process.read(KEY);
        process.execution.advance(OneProcess.BOUND.minusMillis(1));
        assertThat(process.cache.peek(KEY, process::load)).isNotNull();

        process.execution.advance(Duration.ofMillis(1));
        assertThat(process.cache.peek(KEY, process::load)).isNull();
    }

    @Test
    void missingRecordsDropAllThatIsNear() {
        follower.start();
        process.read(KEY);
        follower.close();
        process.execution.advance(Duration.ofMillis(600));
        var again = new LogFollower(
                process.log,
                List.of(process.near),
                process.cache.invalidation(),
                process.execution,
                process.clock,
                process.statistics);

        again.start();

        assertThat(process.cache.peek(KEY, process::load)).isNull();
        assertThat(process.report().gaps()).as("the beginning is no gap").isZero();
    }

    @Test
    void aTrimmedLogIsAGapAndIsCounted() {
        var before = process.log.after(null).toCompletableFuture().resultNow().last();
        process.publishedElsewhere();
        process.log.trim(0);
        assertThat(process.log.after(before).toCompletableFuture().resultNow().gap()).isTrue();

        process.statistics.gap(false);
        assertThat(process.report().gaps()).isEqualTo(1);
    }
}
