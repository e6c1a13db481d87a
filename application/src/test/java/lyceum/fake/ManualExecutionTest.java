package lyceum.fake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import lyceum.application.cache.Overloaded;
import org.junit.jupiter.api.Test;

class ManualExecutionTest {

    private final ManualClock clock = new ManualClock();
    private final List<String> events = new ArrayList<>();

    @Test
    void workWaitsForTheTestAndTimersForTheClock() {
        var execution = ManualExecution.queued(clock);
        var begin = clock.millis();
        execution.after(Duration.ofMillis(20)).thenRun(() -> events.add("late at " + (clock.millis() - begin)));
        execution.after(Duration.ofMillis(10)).thenRun(() -> events.add("early at " + (clock.millis() - begin)));
        execution.call(() -> events.add("work"));
        assertThat(events).isEmpty();
        execution.advance(Duration.ofMillis(30));
        execution.runAll();
        assertThat(events).containsExactly("early at 10", "late at 20", "work");
        assertThat(clock.millis() - begin).isEqualTo(30);
    }

    @Test
    void directWorkRunsInTheCallAndFailuresAreInTheStage() {
        var execution = ManualExecution.direct(clock);
        assertThat(execution.call(() -> 7).toCompletableFuture()).isCompletedWithValue(7);
        assertThat(execution.call(() -> {
            throw new IllegalStateException("no");
        }).toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void moreThanTheBoundIsOverload() {
        var execution = ManualExecution.queued(clock);
        execution.bound(1);
        var first = execution.call(() -> 1).toCompletableFuture();
        assertThat(execution.call(() -> 2).toCompletableFuture().exceptionNow()).isInstanceOf(Overloaded.class);
        execution.runAll();
        assertThat(first).isCompletedWithValue(1);
    }
}
