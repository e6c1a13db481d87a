package lyceum.e2e;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition of another process, which cannot tell us when it holds. */
public final class Until {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(10);

    private Until() {}

    public static void holds(String condition, BooleanSupplier check) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!check.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("after " + PATIENCE + ", still not: " + condition);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
