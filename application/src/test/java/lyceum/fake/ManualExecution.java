package lyceum.fake;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.Execution;
import lyceum.application.cache.Overloaded;

/**
 * Work and timers that run when a test says so, on the test's thread. Work waits in a queue for {@link #runAll} or
 * {@link #run}, or with {@link #direct} runs inside the call; timers wait for {@link #advance} either way.
 */
public final class ManualExecution implements Execution {

    private record Timer(long due, long number, CompletableFuture<Void> stage) {}

    private final ManualClock clock;
    private final boolean direct;
    private final List<Runnable> tasks = new ArrayList<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>(Comparator.comparingLong(Timer::due).thenComparingLong(Timer::number));
    private int bound = Integer.MAX_VALUE;
    private long started;

    private ManualExecution(ManualClock clock, boolean direct) {
        this.clock = clock;
        this.direct = direct;
    }

    public static ManualExecution queued(ManualClock clock) {
        return new ManualExecution(clock, false);
    }

    public static ManualExecution direct(ManualClock clock) {
        return new ManualExecution(clock, true);
    }

    /** How many tasks may wait; what comes above is overload. */
    public void bound(int tasksAtOnce) {
        this.bound = tasksAtOnce;
    }

    @Override
    public <T> CompletionStage<T> call(Callable<T> work) {
        if (tasks.size() >= bound) {
            return CompletableFuture.failedStage(new Overloaded(bound));
        }
        var stage = new CompletableFuture<T>();
        tasks.add(() -> complete(stage, work));
        if (direct) {
            run(tasks.size() - 1);
        }
        return stage;
    }

    private static <T> void complete(CompletableFuture<T> stage, Callable<T> work) {
        try {
            stage.complete(work.call());
        } catch (Exception failure) {
            stage.completeExceptionally(failure);
        }
    }

    @Override
    public CompletionStage<Void> after(Duration delay) {
        var stage = new CompletableFuture<Void>();
        timers.add(new Timer(clock.millis() + delay.toMillis(), started++, stage));
        return stage;
    }

    public int waitingTasks() {
        return tasks.size();
    }

    public int waitingTimers() {
        return timers.size();
    }

    /** Runs one of the waiting tasks, 0 being the oldest. */
    public void run(int index) {
        tasks.remove(index).run();
    }

    /** Runs the waiting tasks, oldest first, and those that they start. */
    public void runAll() {
        while (!tasks.isEmpty()) {
            run(0);
        }
    }

    /** Moves the clock, and on the way completes every timer at its time; runs no task. */
    public void advance(Duration time) {
        var end = clock.millis() + time.toMillis();
        for (var next = timers.peek(); next != null && next.due() <= end; next = timers.peek()) {
            timers.remove();
            moveTo(next.due());
            next.stage().complete(null);
        }
        moveTo(end);
    }

    private void moveTo(long time) {
        clock.advance(Duration.ofMillis(Math.max(0, time - clock.millis())));
    }
}
