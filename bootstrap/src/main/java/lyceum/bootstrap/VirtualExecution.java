package lyceum.bootstrap;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import lyceum.application.cache.Execution;
import lyceum.application.cache.Overloaded;

/**
 * Work on virtual threads. Two bounds form the bulkhead before the database: how much runs at once, the rest waiting its
 * turn, and how much may wait; what is above is shed, for a queue without an end only turns overload into time-outs.
 */
final class VirtualExecution implements Execution, AutoCloseable {

    private static final int WAITING_PER_RUNNING = 32;

    private final int limit;
    private final Semaphore running;
    private final Semaphore admitted;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("work-", 0).factory());

    VirtualExecution(int atOnce) {
        this.limit = atOnce * (1 + WAITING_PER_RUNNING);
        this.running = new Semaphore(atOnce);
        this.admitted = new Semaphore(limit);
    }

    @Override
    public <T> CompletionStage<T> call(Callable<T> work) {
        if (!admitted.tryAcquire()) {
            return CompletableFuture.failedStage(new Overloaded(limit));
        }
        var result = new CompletableFuture<T>();
        threads.execute(() -> run(work, result));
        return result;
    }

    private <T> void run(Callable<T> work, CompletableFuture<T> result) {
        try {
            running.acquire();
            T value;
            try {
                value = work.call();
            } finally {
                running.release();
                admitted.release();
            }
            result.complete(value);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            result.completeExceptionally(stopped);
        } catch (Exception | Error failure) {
            result.completeExceptionally(failure);
        }
    }

    /** Whoever waits goes on on a thread of its own, not on the timers'. */
    @Override
    public CompletionStage<Void> after(Duration delay) {
        var passed = new CompletableFuture<Void>();
        var timer = ForkJoinPool.commonPool()
                .schedule(() -> threads.execute(() -> passed.complete(null)), delay.toMillis(), TimeUnit.MILLISECONDS);
        var _ = passed.whenComplete((_, _) -> timer.cancel(false));
        return passed;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
