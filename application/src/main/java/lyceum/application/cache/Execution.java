package lyceum.application.cache;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;

/** Where the policy's work runs and how it waits. */
public interface Execution {

    /**
     * Runs work that may block, away from the caller's thread. How much runs at once is bounded; what is over the bound
     * completes with {@link Overloaded} at once.
     */
    <T> CompletionStage<T> call(Callable<T> work);

    /** Completes when the time has passed. */
    CompletionStage<Void> after(Duration delay);
}
