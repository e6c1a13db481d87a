package lyceum.application.coherence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.Execution;
import lyceum.application.cache.Invalidation;
import lyceum.application.cache.Stages;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.ChangeLog;
import lyceum.domain.cache.ChangeLog.Batch;
import lyceum.domain.cache.ChangeLog.Position;
import org.jspecify.annotations.Nullable;

/**
 * Does to the tiers of this process what the log says was done to the shared one, in the log's order, from where it last was:
 * a connection that is lost loses nothing. If records may be missing, nothing held can be relied on, and everything goes.
 * Confirmations travel in the log behind the changes they vouch for, so passing them on moves the near tiers' horizon
 * exactly as far as what was applied; when none arrive, the near tiers stop being believed by themselves.
 */
public final class LogFollower implements AutoCloseable {

    private static final Duration RETRY = Duration.ofMillis(50);

    private final ChangeLog log;
    private final List<CacheTier> near;
    private final Invalidation invalidation;
    private final InstantSource clock;
    private final CoherenceStatistics statistics;
    private final Loop loop;

    /** Written by one turn after the other. */
    private volatile @Nullable Position position;

    /** @param near the tiers of this process, nearer than the shared one that the log is of */
    public LogFollower(
            ChangeLog log,
            List<CacheTier> near,
            Invalidation invalidation,
            Execution execution,
            InstantSource clock,
            CoherenceStatistics statistics) {
        this.log = log;
        this.near = List.copyOf(near);
        this.invalidation = invalidation;
        this.clock = clock;
        this.statistics = statistics;
        this.loop = new Loop(execution, RETRY, this::turn);
    }

    public void start() {
        loop.start();
    }

    /** Completes when it knows where the log is: what is cached nearer from then on is told of all that follows. */
    public CompletionStage<Void> first() {
        return loop.first();
    }

    private CompletionStage<Duration> turn() {
        return log.after(position).handle(this::read).thenCompose(next -> next);
    }

    private CompletionStage<Duration> read(@Nullable Batch batch, @Nullable Throwable failure) {
        if (batch == null) {
            statistics.logFailed();
            return CompletableFuture.completedStage(RETRY);
        }
        var all = CompletableFuture.<Void>completedStage(null);
        if (batch.gap()) {
            statistics.gap(position == null);
            all = apply(new Announcement.Cleared());
        }
        for (var entry : batch.entries()) {
            all = all.thenCompose(_ -> apply(entry.announcement())).thenRun(() -> count(entry));
        }
        return all.thenApply(_ -> {
            position = batch.last();
            return Duration.ZERO;
        });
    }

    private CompletionStage<Void> apply(Announcement announcement) {
        return Stages.inTurn(near, tier -> invalidation.apply(tier, announcement));
    }

    private void count(ChangeLog.Entry entry) {
        switch (entry.announcement()) {
            case Announcement.Confirmed _ -> statistics.confirmed(clock.millis());
            case Announcement.Cleared _ -> statistics.cleared();
            case Announcement.Obsolete _,Announcement.TagsEnded _,Announcement.PrefixRemoved _ ->
                statistics.lagged(clock.millis() - entry.at());
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
