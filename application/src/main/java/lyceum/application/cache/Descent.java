package lyceum.application.cache;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.CacheStatistics.Event;
import lyceum.application.cache.Step.Outcome;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import org.jspecify.annotations.Nullable;

/**
 * One read on its way down the tiers, to the source if need be. Each tier is asked in turn; one that has nothing gives a
 * lease, which is kept for the {@link Ascent}. A tier that cannot answer is passed over.
 *
 * <p>An instance belongs to one read; its stages run one after the other, each seeing what the one before wrote.
 */
final class Descent {

    /** Between two questions to a tier where another is at work: long against a round trip, short against a load. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Policy policy;
    private final CacheKey key;
    private final ReadOptions options;
    private final Loader loader;
    private final Trail trail;
    private final Ascent ascent;
    private final long begun;
    private @Nullable CacheEntry stale;

    Descent(Policy policy, CacheKey key, ReadOptions options, Loader loader) {
        this.policy = policy;
        this.key = key;
        this.options = options;
        this.loader = loader;
        this.trail = new Trail(key.kind(), policy.statistics());
        this.ascent = new Ascent(policy.tiers(), trail);
        this.begun = policy.clock().millis();
    }

    CompletionStage<Answer> from(int index) {
        if (index == policy.tiers().size()) {
            return load();
        }
        var tier = policy.tiers().get(index);
        if (options.skipped().contains(tier.name())) {
            trail.passed(tier.name(), Outcome.BYPASS);
            return from(index + 1);
        }
        return tier.lookup(key)
                .handle((lookup, failure) -> failure == null ? found(index, lookup) : unavailable(index))
                .thenCompose(next -> next);
    }

    private CompletionStage<Answer> found(int index, Lookup lookup) {
        if (lookup instanceof Lookup.Busy) {
            return waitAt(index);
        }
        return goesOn(index, lookup) ? from(index + 1) : answered(index, lookup);
    }

    /** Whether the read goes on below this tier; if so, what the tier gave for the way is kept. */
    boolean goesOn(int index, Lookup lookup) {
        return switch (lookup) {
            case Lookup.Leased(var lease) -> missed(index, lease);
            case Lookup.Stale(var entry, var lease) when lease != null -> {
                stale = entry;
                yield missed(index, lease);
            }
            case Lookup.Stale _,Lookup.Hit _,Lookup.Busy _ -> false;
        };
    }

    CompletionStage<Answer> answered(int index, Lookup lookup) {
        return switch (lookup) {
            case Lookup.Hit(var entry) -> hit(index, entry, Outcome.HIT, Event.HIT);
            case Lookup.Stale(var entry, _) -> hit(index, entry, Outcome.STALE, Event.STALE_HIT);
            case Lookup.Leased _,Lookup.Busy _ -> throw new IllegalStateException("not an answer: " + lookup);
        };
    }

    private CompletionStage<Answer> hit(int index, CacheEntry entry, Outcome outcome, Event event) {
        note(index, outcome, event);
        return ascent.from(index, entry);
    }

    private boolean missed(int index, @Nullable Lease lease) {
        ascent.keep(index, lease);
        note(index, Outcome.MISS, Event.MISS);
        return true;
    }

    void passedOver(int index) {
        note(index, Outcome.UNAVAILABLE, Event.UNAVAILABLE);
    }

    /** Gives every lease back: the read is taken over by another descent. */
    void abandon() {
        ascent.giveBack();
    }

    private CompletionStage<Answer> waitAt(int index) {
        if (policy.clock().millis() - begun >= policy.patience().toMillis()) {
            missed(index, null);
            return from(index + 1);
        }
        return policy.execution().after(PAUSE).thenCompose(_ -> from(index));
    }

    private CompletionStage<Answer> unavailable(int index) {
        passedOver(index);
        return from(index + 1);
    }

    private void note(int index, Outcome outcome, Event event) {
        trail.passed(policy.tiers().get(index).name(), outcome, event);
    }

    private CompletionStage<Answer> load() {
        var loadedAt = policy.clock().millis();
        return loader.load(key)
                .handle((loaded, failure) -> failure == null ? loaded(loaded, loadedAt) : failed(failure))
                .thenCompose(next -> next);
    }

    CompletionStage<Answer> loaded(Loaded loaded, long loadedAt) {
        trail.counted(CacheStatistics.SOURCE, Event.LOAD);
        return ascent.from(policy.tiers().size(), policy.ttls().entry(key, loaded, options, loadedAt));
    }

    CompletionStage<Answer> failed(Throwable failure) {
        trail.counted(CacheStatistics.SOURCE, Event.LOAD_FAILURE);
        abandon();
        var fallback = stale;
        if (fallback == null || Freshness.of(fallback, policy.clock().millis()) == Freshness.EXPIRED) {
            return CompletableFuture.failedStage(Failures.unwrap(failure));
        }
        trail.passed(CacheStatistics.SOURCE, Outcome.STALE);
        return CompletableFuture.completedStage(trail.leadsTo(fallback));
    }
}
