package lyceum.architecture.broken.application.cache;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

final class Waits {

    private Waits() {}

    @SuppressWarnings("WaitNotInLoop")
    static void all(Object lock, CountDownLatch latch, Semaphore semaphore, BlockingQueue<String> queue)
            throws InterruptedException {
        synchronized (lock) {
            lock.wait();
        }
        CompletableFuture.completedFuture(queue.take()).join();
        latch.await();
        semaphore.acquire();
    }
}
