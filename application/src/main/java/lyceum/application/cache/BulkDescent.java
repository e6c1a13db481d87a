package lyceum.application.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Lookup;

/**
 * Many reads down the tiers together. Each key keeps its own {@link Descent}, whose rules hold unchanged; only the
 * questions are put together. A key that another is loading or writing is read by itself in the end.
 */
final class BulkDescent {

    private final Policy policy;
    private final Loader.Bulk loader;
    private final Function<CacheKey, CompletionStage<Answer>> readAlone;
    private final Map<CacheKey, Answer> answers = new ConcurrentHashMap<>();

    BulkDescent(Policy policy, Loader.Bulk loader, Function<CacheKey, CompletionStage<Answer>> readAlone) {
        this.policy = policy;
        this.loader = loader;
        this.readAlone = readAlone;
    }

    CompletionStage<Map<CacheKey, Answer>> of(Set<CacheKey> keys) {
        var descents = new HashMap<CacheKey, Descent>();
        keys.forEach(key -> descents.put(key, new Descent(policy, key, ReadOptions.DEFAULT, loader)));
        return from(0, descents).thenApply(_ -> Map.copyOf(answers));
    }

    private CompletionStage<Void> from(int index, Map<CacheKey, Descent> descents) {
        if (descents.isEmpty()) {
            return CompletableFuture.completedStage(null);
        }
        if (index == policy.tiers().size()) {
            return load(descents);
        }
        return policy.tiers()
                .get(index)
                .lookupAll(descents.keySet())
                .exceptionally(_ -> Map.of())
                .thenCompose(lookups -> sort(index, descents, lookups));
    }

    /** Hits climb, keys with a lease go on, and keys that are busy are left to themselves. */
    private CompletionStage<Void> sort(int index, Map<CacheKey, Descent> descents, Map<CacheKey, Lookup> lookups) {
        var onward = new HashMap<CacheKey, Descent>();
        var done = new ArrayList<CompletionStage<?>>();
        descents.forEach((key, descent) -> {
            var lookup = lookups.get(key);
            if (lookup == null) {
                descent.passedOver(index);
                onward.put(key, descent);
            } else if (lookup instanceof Lookup.Busy) {
                descent.abandon();
                done.add(collect(key, readAlone.apply(key)));
            } else if (descent.goesOn(index, lookup)) {
                onward.put(key, descent);
            } else {
                done.add(collect(key, descent.answered(index, lookup)));
            }
        });
        done.add(from(index + 1, onward));
        return Stages.all(done);
    }

    private CompletionStage<Void> load(Map<CacheKey, Descent> descents) {
        var begun = policy.clock().millis();
        return loader.loadAll(new HashSet<>(descents.keySet()))
                .handle((loaded, failure) -> {
                    var done = new ArrayList<CompletionStage<?>>();
                    descents.forEach((key, descent) -> {
                        var found = failure == null ? loaded.get(key) : null;
                        done.add(collect(key, found != null
                                ? descent.loaded(found, begun)
                                : descent.failed(failure != null ? failure : leftOut(key))));
                    });
                    return Stages.all(done);
                })
                .thenCompose(next -> next);
    }

    private static RuntimeException leftOut(CacheKey key) {
        return new IllegalStateException("the loader left out " + key);
    }

    private CompletionStage<?> collect(CacheKey key, CompletionStage<Answer> answer) {
        return answer.thenAccept(value -> answers.put(key, value));
    }
}
