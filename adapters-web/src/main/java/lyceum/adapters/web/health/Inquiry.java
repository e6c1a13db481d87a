package lyceum.adapters.web.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lyceum.adapters.web.HealthProbe;
import org.jspecify.annotations.Nullable;

/**
 * One probe and whoever waits for it. It is asked on a thread of its own, so that a slow one holds up no other; and not again
 * before it has answered, so that one that hangs keeps one thread and not one for every question.
 */
final class Inquiry {

    private final HealthProbe probe;

    /** The last question, over or not; the monitor guards it. */
    private @Nullable CompletableFuture<Optional<String>> last;

    Inquiry(HealthProbe probe) {
        this.probe = probe;
    }

    HealthProbe probe() {
        return probe;
    }

    /** What is wrong; not to have answered in time is. */
    CompletableFuture<Optional<String>> complaint(Duration patience) {
        return underWay()
                .copy()
                .completeOnTimeout(Optional.of("does not answer"), patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized CompletableFuture<Optional<String>> underWay() {
        if (last == null || last.isDone()) {
            last = CompletableFuture.supplyAsync(probe::complaint, Inquiry::run)
                    .exceptionally(_ -> Optional.of("could not be asked"));
        }
        return last;
    }

    private static void run(Runnable question) {
        Thread.ofVirtual().name("probe").start(question);
    }
}
