package lyceum.application.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import lyceum.application.cache.Execution;
import lyceum.application.cache.Stages;
import lyceum.application.coherence.Loop;
import lyceum.application.coherence.LoopListener;
import lyceum.domain.identity.RevocationFeed;
import lyceum.domain.identity.RevocationFeed.Batch;
import lyceum.domain.identity.RevocationFeed.Position;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@link Revocations} in step with the store: asks it again and again what was revoked, and at once when {@link #nudge
 * nudged}. The question makes it true, within the bound; the nudge, which may be lost, makes it quick.
 */
public final class RevocationFollower implements AutoCloseable {

    private static final Duration RETRY = Duration.ofMillis(100);

    /** More than is remembered: what is forgotten in between is none too late. */
    private static final Duration OVERLAP = Duration.ofSeconds(2);

    private final RevocationFeed feed;
    private final Revocations revocations;
    private final Execution execution;
    private final Duration interval;
    private final InstantSource clock;
    private final Loop loop;

    /** Ends the rest between two questions. */
    private final AtomicReference<CompletableFuture<Void>> rest = new AtomicReference<>(new CompletableFuture<>());

    /** Written by one turn after the other. */
    private volatile @Nullable Position position;

    /**
     * @param interval between two questions, well below the bound
     * @param clock that of the revocations
     * @param listener hears whether the store could be asked
     */
    public RevocationFollower(
            RevocationFeed feed,
            Revocations revocations,
            Execution execution,
            Duration interval,
            InstantSource clock,
            LoopListener listener) {
        this.feed = feed;
        this.revocations = revocations;
        this.execution = execution;
        this.interval = interval;
        this.clock = clock;
        this.loop = new Loop(execution, RETRY, this::turn, listener);
    }

    public void start() {
        loop.start();
    }

    /** Completes when the store was asked once, well or badly. */
    public CompletionStage<Void> first() {
        return loop.first();
    }

    /** There is something to be asked for: the question that follows began after this call. */
    public void nudge() {
        rest.get().complete(null);
    }

    private CompletionStage<Duration> turn() {
        var nudged = new CompletableFuture<Void>();
        rest.set(nudged);
        var begun = clock.millis();
        return execution
                .call(this::batch)
                .thenCompose(batch -> take(batch, begun) ? rest(nudged) : Stages.DONE)
                .thenApply(_ -> Duration.ZERO);
    }

    private CompletionStage<Void> rest(CompletableFuture<Void> nudged) {
        return execution.within(interval, nudged, () -> Stages.DONE);
    }

    private Batch batch() {
        var last = position;
        return last == null ? feed.since(revocations.memory().plus(OVERLAP)) : feed.after(last);
    }

    /** Answers false if there is more to ask for. */
    private boolean take(Batch batch, long begun) {
        batch.revocations().forEach(revocations::apply);
        position = batch.gap() ? null : batch.last();
        if (!batch.gap()) {
            revocations.confirm(begun);
        }
        return !batch.gap();
    }

    @Override
    public void close() {
        loop.close();
        nudge();
    }
}
