package lyceum.application.cache;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import lyceum.domain.cache.Kind;
import lyceum.domain.course.CatalogueUnavailable;

/** The source of truth, guarded by a circuit breaker, and how long it takes to answer. */
final class Source {

    private static final int TOLERATED_FAILURES = 5;
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** The weight of the last load in the average. */
    private static final double SMOOTHING = 0.2;

    private final InstantSource clock;
    private final Breaker breaker;
    private final ConcurrentHashMap<Kind, Double> loadMillis = new ConcurrentHashMap<>();

    Source(InstantSource clock) {
        this.clock = clock;
        this.breaker = new Breaker(TOLERATED_FAILURES, PAUSE, clock);
    }

    <T> CompletionStage<T> ask(Kind kind, Supplier<CompletionStage<T>> load) {
        if (!breaker.admits()) {
            return CompletableFuture.failedStage(new SourceUnavailable("the source failed just now"));
        }
        var begun = clock.millis();
        return load.get().whenComplete((_, failure) -> {
            if (failure == null) {
                breaker.succeeded();
                took(kind, clock.millis() - begun);
            } else if (Failures.unwrap(failure) instanceof CatalogueUnavailable) {
                breaker.failed();
            }
        });
    }

    boolean suspended() {
        return breaker.open();
    }

    private void took(Kind kind, long millis) {
        loadMillis.merge(kind, (double) millis, (before, last) -> before + SMOOTHING * (last - before));
    }

    /** How long a load of the kind takes, in milliseconds; 1 at the least, for that is what the clock tells. */
    double loadMillis(Kind kind) {
        return Math.max(1, loadMillis.getOrDefault(kind, 1.0));
    }
}
