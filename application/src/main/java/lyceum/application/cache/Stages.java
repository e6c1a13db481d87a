package lyceum.application.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the JDK lacks for many stages at once. */
public final class Stages {

    public static final CompletionStage<Void> DONE = CompletableFuture.completedStage(null);

    private Stages() {}

    /** Completes when all have, whatever became of them. */
    static CompletionStage<Void> settled(Collection<? extends CompletionStage<?>> stages) {
        var settled = new ArrayList<CompletableFuture<?>>(stages.size());
        for (var stage : stages) {
            settled.add(stage.handle((_, _) -> null).toCompletableFuture());
        }
        return CompletableFuture.allOf(settled.toArray(CompletableFuture[]::new));
    }

    /** Passes an outcome on to a future that may have one already. */
    static <T> BiConsumer<T, @Nullable Throwable> completing(CompletableFuture<T> future) {
        return (value, failure) -> {
            if (failure == null) {
                future.complete(value);
            } else {
                future.completeExceptionally(Failures.unwrap(failure));
            }
        };
    }

    /** Completes when all have, exceptionally if any did. */
    public static CompletionStage<Void> all(Collection<? extends CompletionStage<?>> stages) {
        return CompletableFuture.allOf(
                stages.stream().map(CompletionStage::toCompletableFuture).toArray(CompletableFuture[]::new));
    }

    /** Does the step for each element, one after the other. */
    public static <T> CompletionStage<Void> inTurn(List<T> elements, Function<T, CompletionStage<Void>> step) {
        CompletionStage<Void> done = CompletableFuture.completedStage(null);
        for (var element : elements) {
            done = done.thenCompose(_ -> step.apply(element));
        }
        return done;
    }
}
