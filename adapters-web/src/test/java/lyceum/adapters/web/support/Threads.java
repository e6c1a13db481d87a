package lyceum.adapters.web.support;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import lyceum.application.cache.Execution;
import lyceum.application.cache.Overloaded;

/** Work on virtual threads, or none when a test says that it is too much. */
public final class Threads implements Execution {

    private final Executor executor = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean overloaded;

    public void overloaded(boolean value) {
        overloaded = value;
    }

    @Override
    public <T> CompletionStage<T> call(Callable<T> work) {
        if (overloaded) {
            return CompletableFuture.failedStage(new Overloaded(0));
        }
        var stage = new CompletableFuture<T>();
        executor.execute(() -> {
            try {
                stage.complete(work.call());
            } catch (Exception failure) {
                stage.completeExceptionally(failure);
            }
        });
        return stage;
    }

    @Override
    public CompletionStage<Void> after(Duration delay) {
        return CompletableFuture.runAsync(
                () -> {}, CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS));
    }
}
