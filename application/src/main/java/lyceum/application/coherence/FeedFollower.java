package lyceum.application.coherence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import lyceum.application.cache.Execution;
import lyceum.application.cache.Invalidation;
import lyceum.application.cache.Stages;
import lyceum.application.course.CourseKeys;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.Tag;
import lyceum.domain.course.CourseFeed;
import lyceum.domain.course.CourseFeed.Change;
import lyceum.domain.course.CourseFeed.Changes;
import lyceum.domain.course.CourseFeed.Position;
import org.jspecify.annotations.Nullable;

/**
 * Does to every tier what changed in the store, whoever changed it: the writes of other programs, of instances that cannot
 * reach the shared tier, and of those that died before they could publish. Once everything that was written before a moment
 * has been applied, the tiers are told so ({@link CacheTier#confirm}), and it is this that entries are believed by.
 *
 * <p>A healthy writer publishes its own writes, more precisely and sooner; so what is read is held back for a moment,
 * and is mostly no news when it is applied. What a tier could not be told of keeps it from being confirmed (see {@code
 * GuardedTier}). When the feed has missed something, what is confirmed begins anew behind the gap, and a tier that was
 * confirmed up to an earlier moment drops everything.
 */
public final class FeedFollower implements AutoCloseable {

    private static final Duration RETRY = Duration.ofMillis(100);

    /** How much further back than the last confirmation to begin, for clocks that run apart and writes under way. */
    private static final Duration OVERLAP = Duration.ofSeconds(2);

    private static final Set<Tag> LISTS = Set.of(CourseKeys.ALL_LISTS);

    private final CourseFeed feed;
    private final List<CacheTier> farthestFirst;
    private final Invalidation invalidation;
    private final Execution execution;
    private final Duration interval;
    private final Duration holdBack;
    private final InstantSource clock;
    private final CoherenceStatistics statistics;
    private final boolean on;
    private final Loop loop;

    /** Where the feed is; both are written by one turn after the other. */
    private volatile @Nullable Position position;

    /** Since when nothing has been missed. */
    private volatile long unbroken;

    /**
     * @param interval between two questions to the feed; together with the hold-back well below the bound of staleness
     * @param holdBack how long a writer is given to publish by itself
     * @param off what is switched off, for tests
     */
    public FeedFollower(
            CourseFeed feed,
            List<CacheTier> tiers,
            Invalidation invalidation,
            Execution execution,
            Duration interval,
            Duration holdBack,
            InstantSource clock,
            CoherenceStatistics statistics,
            Set<Mechanism> off) {
        this.feed = feed;
        this.farthestFirst = new ArrayList<>(tiers).reversed();
        this.invalidation = invalidation;
        this.execution = execution;
        this.interval = interval;
        this.holdBack = holdBack;
        this.clock = clock;
        this.statistics = statistics;
        this.on = !off.contains(Mechanism.FEED);
        this.loop = new Loop(execution, RETRY, this::turn);
    }

    public void start() {
        loop.start();
    }

    /** Completes when the tiers have been told of what they may have missed, of a lot in part, or could not be. */
    public CompletionStage<Void> first() {
        return loop.first();
    }

    private CompletionStage<Duration> turn() {
        var begun = clock.millis();
        if (!on) {
            return confirm(begun).thenApply(_ -> interval);
        }
        return changes(begun)
                .whenComplete((_, failure) -> statistics.feedRead(failure == null))
                .thenCompose(changes -> apply(changes, begun));
    }

    private CompletionStage<Changes> changes(long begun) {
        var last = position;
        return last != null
                ? feed.after(last)
                : open(begun)
                        .thenCompose(_ -> feed.since(
                                Duration.ofMillis(clock.millis() - unbroken).plus(OVERLAP)));
    }

    /**
     * Begins where the shared tier was last confirmed: what was written while no instance ran is what it has not been told of.
     * The near tiers are empty, and will be filled from there; their horizon begins at the same moment and no later, for what
     * comes from a tier is known to be current no longer than the tier is. A shared tier that was never confirmed begins
     * anew. One that cannot be asked is unknown, and so are the others until they are confirmed.
     */
    private CompletionStage<Void> open(long begun) {
        unbroken = begun;
        return farthestFirst.isEmpty()
                ? Stages.DONE
                : confirmed(farthestFirst.getFirst(), begun)
                        .thenCompose(from -> {
                            unbroken = from;
                            return inTurn(tier -> tier.confirm(from, from));
                        })
                        .exceptionally(_ -> null);
    }

    private static CompletionStage<Long> confirmed(CacheTier tier, long begun) {
        return tier.confirmedUntil()
                .thenCompose(confirmed -> confirmed == Long.MIN_VALUE
                        ? tier.confirm(begun, begun).thenApply(_ -> begun)
                        : CompletableFuture.completedStage(Math.min(confirmed, begun)));
    }

    private CompletionStage<Duration> apply(Changes changes, long begun) {
        if (changes.gap()) {
            unbroken = begun;
            statistics.feedGap();
        }
        return publishedFirst(changes)
                .thenCompose(_ -> tell(changes.changes()))
                .thenCompose(_ -> changes.drained() ? confirm(begun) : Stages.DONE)
                .thenApply(_ -> {
                    position = changes.last();
                    return changes.drained() ? interval : Duration.ZERO;
                });
    }

    /** A writer is given time to publish; not for what was written before this process began, whose start waits for it. */
    private CompletionStage<Void> publishedFirst(Changes changes) {
        return changes.changes().isEmpty() || position == null ? Stages.DONE : execution.after(holdBack);
    }

    private CompletionStage<Void> tell(List<Change> changes) {
        return inTurn(tier -> Stages.all(
                changes.stream().map(change -> tell(tier, change)).toList()));
    }

    private CompletionStage<Void> tell(CacheTier tier, Change change) {
        return invalidation.written(tier, CourseKeys.course(change.id()), change.version(), LISTS);
    }

    private CompletionStage<Void> confirm(long until) {
        return inTurn(tier -> tier.confirm(unbroken, until).thenRun(() -> statistics.confirmed(clock.millis())));
    }

    /** Farthest first; one that cannot be reached does not stop the others. */
    private CompletionStage<Void> inTurn(Function<CacheTier, CompletionStage<Void>> step) {
        return Stages.inTurn(farthestFirst, tier -> step.apply(tier).exceptionally(_ -> null));
    }

    @Override
    public void close() {
        loop.close();
    }
}
