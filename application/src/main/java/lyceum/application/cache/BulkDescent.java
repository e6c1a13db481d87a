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
import lyceum.application.cache.CacheStatistics.Event;
import lyceum.application.cache.Step.Outcome;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Lookup;

/**
 * Many reads down the tiers together. Each key keeps its own {@link Descent}, whose rules hold unchanged; only the
 * questions are put together. A key that another is loading or writing is read by itself in the end.
 */
final class BulkDescent {

    private final Core core;
    private final Policy policy;
    private final Loader.Bulk loader;
    private final Function<CacheKey, CompletionStage<Answer>> readAlone;
    private final Map<CacheKey, Answer> answers = new ConcurrentHashMap<>();

    BulkDescent(Core core, Loader.Bulk loader, Function<CacheKey, CompletionStage<Answer>> readAlone) {
        this.core = core;
        this.policy = core.policy();
        this.loader = loader;
        this.readAlone = readAlone;
    }

    CompletionStage<Map<CacheKey, Answer>> of(Set<CacheKey> keys) {
        var descents = new HashMap<CacheKey, Descent>();
        keys.forEach(key -> descents.put(key, new Descent(core, key, ReadOptions.DEFAULT, loader, null)));
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

    /** Hits climb, keys with a lease go on, and keys that another is at work on are left to themselves. */
    private CompletionStage<Void> sort(int index, Map<CacheKey, Descent> descents, Map<CacheKey, Lookup> lookups) {
        var onward = new HashMap<CacheKey, Descent>();
        var done = new ArrayList<CompletionStage<?>>();
        descents.forEach((key, descent) -> {
            switch (lookups.get(key)) {
                case Lookup.Hit(var entry) when !core.outdated(key, entry.version()) ->
                    done.add(collect(key, descent.hit(index, entry, Outcome.HIT, Event.HIT)));
                case Lookup.Stale(var entry, var lease) when lease != null -> {
                    descent.keepFallback(index, entry);
                    descent.miss(index, lease);
                    onward.put(key, descent);
                }
                case Lookup.Leased(var lease) -> {
                    descent.miss(index, lease);
                    onward.put(key, descent);
                }
                case null -> {
                    descent.passedOver(index);
                    onward.put(key, descent);
                }
                case Lookup.Hit _,Lookup.Stale _,Lookup.Busy _ -> {
                    descent.abandon();
                    done.add(collect(key, readAlone.apply(key)));
                }
            }
        });
        done.add(from(index + 1, onward));
        return Stages.all(done);
    }

    private CompletionStage<Void> load(Map<CacheKey, Descent> descents) {
        var begun = policy.clock().millis();
        var keys = new HashSet<>(descents.keySet());
        return core.source()
                .ask(keys.iterator().next().kind(), () -> loader.loadAll(keys))
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
