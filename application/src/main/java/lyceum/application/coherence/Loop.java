package lyceum.application.coherence;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import lyceum.application.cache.Execution;
import lyceum.application.cache.Failures;
import lyceum.application.cache.Stages;
import org.jspecify.annotations.Nullable;

/** Takes turns one after the other until it is closed; each says how long to wait before the next. */
public final class Loop implements AutoCloseable {

    private static final LoopListener NOBODY = new LoopListener() {

        @Override
        public void failed(Throwable why) {
            // Another turn will be taken.
        }

        @Override
        public void succeeded() {
            // Nor does anybody hear of this.
        }
    };

    private final Execution execution;
    private final Supplier<CompletionStage<Duration>> turn;
    private final Duration pauseAfterFailure;
    private final LoopListener listener;
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private volatile boolean closed;

    public Loop(Execution execution, Duration pauseAfterFailure, Supplier<CompletionStage<Duration>> turn) {
        this(execution, pauseAfterFailure, turn, NOBODY);
    }

    public Loop(
            Execution execution,
            Duration pauseAfterFailure,
            Supplier<CompletionStage<Duration>> turn,
            LoopListener listener) {
        this.execution = execution;
        this.turn = turn;
        this.pauseAfterFailure = pauseAfterFailure;
        this.listener = listener;
    }

    /** Turns that are over at once are taken here in a loop, lest each adds to the stack. */
    public void start() {
        while (!closed) {
            var taken = turn.get()
                    .whenComplete((_, failure) -> tell(failure))
                    .exceptionally(_ -> pauseAfterFailure)
                    .toCompletableFuture();
            var _ = taken.thenRun(() -> first.complete(null));
            if (!taken.isDone() || !taken.resultNow().isZero()) {
                var _ = taken.thenCompose(this::rested).thenRun(this::start);
                return;
            }
        }
    }

    /** A turn that is broken off when the loop is closed is no failure. */
    private void tell(@Nullable Throwable failure) {
        if (failure == null) {
            listener.succeeded();
        } else if (!closed) {
            listener.failed(Failures.unwrap(failure));
        }
    }

    /** Completes when the first turn is over, well or badly. */
    public CompletionStage<Void> first() {
        return first.minimalCompletionStage();
    }

    private CompletionStage<Void> rested(Duration pause) {
        return pause.isZero() ? Stages.DONE : execution.after(pause);
    }

    @Override
    public void close() {
        closed = true;
    }
}
