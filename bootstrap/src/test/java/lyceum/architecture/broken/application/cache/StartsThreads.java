package lyceum.architecture.broken.application.cache;

import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

final class StartsThreads {

    private StartsThreads() {}

    static void all(Runnable task) throws InterruptedException {
        Thread.sleep(Duration.ZERO);
        Thread.ofVirtual().start(task);
        new Timer().cancel();
        Executors.newVirtualThreadPerTaskExecutor().close();
        CompletableFuture.completedFuture(task).thenAcceptAsync(Runnable::run).orTimeout(1, TimeUnit.SECONDS);
        List.of(task).parallelStream().forEach(Runnable::run);
    }

    /** Not forbidden: who starts it was handed the executor. */
    static CompletableFuture<Void> handed(Runnable task, Executor executor) {
        return CompletableFuture.runAsync(task, executor);
    }
}
