package lyceum.application.cache;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Where the policy's work runs and how it waits. */
public interface Execution {

    /**
     * Runs work that may block, away from the caller's thread. How much runs at once is bounded; what is over the bound
     * completes with {@link Overloaded} at once.
     */
    <T> CompletionStage<T> call(Callable<T> work);

    /** Completes when the time has passed; to cancel it spares the wait. */
    CompletionStage<Void> after(Duration delay);

    /**
     * Completes as the stage does, or as {@code otherwise} does if the time has passed before; the stage goes on.
     *
     * <p>The time is waited for in two halves. When a process that stood still goes on, a timer is up at once, before what has
     * arrived meanwhile is taken in; there is the other half for that.
     */
    default <T> CompletionStage<T> within(
            Duration time, CompletionStage<T> stage, Supplier<CompletionStage<T>> otherwise) {
        var first = new CompletableFuture<T>();
        var _ = stage.whenComplete(Stages.completing(first));
        var half = Duration.ofMillis(time.toMillis() / 2);
        unless(first, half, () -> unless(first, time.minus(half), () -> {
            var _ = otherwise.get().whenComplete(Stages.completing(first));
        }));
        return first;
    }

    private void unless(CompletableFuture<?> done, Duration time, Runnable then) {
        if (done.isDone()) {
            return;
        }
        var timer = after(time).toCompletableFuture();
        var _ = timer.thenRun(() -> {
            if (!done.isDone()) {
                then.run();
            }
        });
        var _ = done.whenComplete((_, _) -> timer.cancel(false));
    }
}
