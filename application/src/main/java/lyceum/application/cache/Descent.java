package lyceum.application.cache;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.CacheStatistics.Event;
import lyceum.application.cache.Step.Outcome;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import org.jspecify.annotations.Nullable;

/**
 * One read on its way down the tiers, to the source if need be. Each tier is asked in turn; one that has nothing good enough
 * gives a lease, which is kept for the {@link Ascent}. A tier that cannot answer is passed over.
 *
 * <p>What a tier holds may be past its fresh time and yet known to be current: then it is the answer, and who was given the
 * lease goes on behind to load it anew. What may not be current is kept for the case that the source fails or is too slow.
 * What is older than this process has seen already is removed on the way.
 *
 * <p>An instance belongs to one read. Its stages run one after the other, each seeing what the one before wrote; only a
 * time-out comes from the side, and asks nothing but the {@link Fallback}.
 */
final class Descent {

    /** Between two questions to a tier where another is at work: long against a round trip, short against a load. */
    private static final Duration PAUSE = Duration.ofMillis(10);

    private static final int TRIES = 3;

    private final Core core;
    private final Policy policy;
    private final CacheKey key;
    private final ReadOptions options;
    private final Loader loader;
    private final Trail trail;
    private final Ascent ascent;
    private final long begun;
    private final Demand demand;
    private final Fallback fallback;
    private boolean waited;
    private int removed;

    Descent(Core core, CacheKey key, ReadOptions options, Loader loader, @Nullable Demand demand) {
        this.core = core;
        this.policy = core.policy();
        this.key = key;
        this.options = options;
        this.loader = loader;
        this.trail = new Trail(key.kind(), policy.statistics());
        this.ascent = new Ascent(core, key, trail);
        this.begun = now();
        this.demand = demand != null ? demand : options.directives().at(begun);
        this.fallback = new Fallback(core, key, options.directives(), trail, begun);
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
        return tier.lookup(key, demand)
                .handle((lookup, failure) -> failure == null ? found(index, lookup) : unavailable(index))
                .thenCompose(next -> next);
    }

    private CompletionStage<Answer> found(int index, Lookup lookup) {
        return switch (lookup) {
            case Lookup.Hit(var entry) when outdated(entry) -> removed(index);
            case Lookup.Stale(var entry, _) when outdated(entry) -> removed(index);
            case Lookup.Hit(var entry) -> hit(index, entry, Outcome.HIT, Event.HIT);
            case Lookup.Stale(var entry, var lease) -> stale(index, entry, lease);
            case Lookup.Leased(var lease) -> missed(index, lease);
            case Lookup.Busy() -> busy(index);
        };
    }

    private boolean outdated(CacheEntry entry) {
        return core.outdated(key, entry.version());
    }

    /** Asks again: the entry is gone. Nothing is told of its version, for its lists have not been ended. */
    private CompletionStage<Answer> removed(int index) {
        return policy.tiers()
                .get(index)
                .invalidate(key, Long.MAX_VALUE)
                .handle((_, failure) -> failure == null ? again(index) : unavailable(index))
                .thenCompose(next -> next);
    }

    /** At once, unless somebody keeps bringing old ones. */
    private CompletionStage<Answer> again(int index) {
        return removed++ < TRIES ? from(index) : busy(index);
    }

    CompletionStage<Answer> hit(int index, CacheEntry entry, Outcome outcome, Event event) {
        note(index, outcome, event);
        return ascent.from(index, entry);
    }

    private CompletionStage<Answer> stale(int index, CacheEntry entry, @Nullable Lease lease) {
        keepFallback(index, entry);
        var goodEnough = fallback.goodEnough(entry);
        if (lease == null) {
            return goodEnough ? hit(index, entry, Outcome.STALE, Event.STALE_HIT) : busy(index);
        }
        ascent.keep(index, lease);
        if (!goodEnough) {
            return missed(index, lease);
        }
        core.seen(key, entry.version());
        var tier = policy.tiers().get(index).name();
        var known = trail.leadsTo(entry, new Step(tier, Outcome.STALE, false));
        trail.counted(tier, Event.STALE_HIT);
        trail.passed(tier, Outcome.MISS);
        return content(from(index + 1), known);
    }

    /** Another value than the one asked for is being loaded, and this one will do. */
    private CompletionStage<Answer> content(CompletionStage<Answer> newer, Answer known) {
        if (policy.patience().soft().isZero()) {
            return CompletableFuture.completedStage(known);
        }
        return policy.execution()
                .within(policy.patience().soft(), newer.exceptionally(_ -> known),
                        () -> CompletableFuture.completedStage(known));
    }

    void keepFallback(int index, CacheEntry entry) {
        fallback.keep(policy.tiers().get(index).name(), entry);
    }

    private CompletionStage<Answer> missed(int index, @Nullable Lease lease) {
        miss(index, lease);
        return from(index + 1);
    }

    void miss(int index, @Nullable Lease lease) {
        ascent.keep(index, lease);
        note(index, Outcome.MISS, Event.MISS);
    }

    void passedOver(int index) {
        note(index, Outcome.UNAVAILABLE, Event.UNAVAILABLE);
    }

    /** Gives every lease back: the read is taken over by another descent, or not carried on. */
    void abandon() {
        ascent.giveBack();
    }

    private CompletionStage<Answer> busy(int index) {
        if (!waited) {
            waited = true;
            trail.counted(policy.tiers().get(index).name(), Event.LEASE_WAIT);
        }
        if (options.directives().onlyIfCached() || elapsed() >= policy.patience().others().toMillis()) {
            return missed(index, null);
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
        if (options.directives().onlyIfCached()) {
            abandon();
            return CompletableFuture.failedStage(new NotCached());
        }
        var loadedAt = now();
        var way = core.source()
                .ask(key.kind(), () -> loader.load(key))
                .handle((loaded, failure) -> failure == null ? loaded(loaded, loadedAt) : failed(failure))
                .thenCompose(next -> next);
        return policy.execution().within(policy.patience().after(elapsed()), way, this::outOfTime);
    }

    CompletionStage<Answer> loaded(Loaded loaded, long loadedAt) {
        trail.counted(CacheStatistics.SOURCE, Event.LOAD);
        return ascent.from(policy.tiers().size(), policy.ttls().entry(key, loaded, options, loadedAt));
    }

    CompletionStage<Answer> failed(Throwable failure) {
        trail.counted(CacheStatistics.SOURCE, Event.LOAD_FAILURE);
        abandon();
        return fallback.insteadOf(Failures.unwrap(failure));
    }

    private CompletionStage<Answer> outOfTime() {
        trail.counted(CacheStatistics.SOURCE, Event.TIMEOUT);
        return fallback.insteadOf(new SourceUnavailable("the load takes too long"));
    }

    private long elapsed() {
        return now() - begun;
    }

    private long now() {
        return policy.clock().millis();
    }
}
