package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A listener that counts how often it was called. */
public final class Heard implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final AtomicInteger times = new AtomicInteger();
    private final Semaphore calls = new Semaphore(0);

    @Override
    public void run() {
        times.incrementAndGet();
        calls.release();
    }

    public int times() {
        return times.get();
    }

    /** Returns when it was called so often in all. */
    public void await(int wanted) {
        try {
            while (times.get() < wanted) {
                assertThat(calls.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                        .as("heard %s times, waited for %s", times, wanted)
                        .isTrue();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", stopped);
        }
    }
}
