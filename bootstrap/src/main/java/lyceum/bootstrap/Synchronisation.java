package lyceum.bootstrap;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import lyceum.adapters.redis.RedisAdapter;
import lyceum.application.cache.Execution;
import lyceum.application.cache.Stages;
import lyceum.application.cache.TieredCache;
import lyceum.application.coherence.Auditor;
import lyceum.application.coherence.CoherenceStatistics;
import lyceum.application.coherence.FeedFollower;
import lyceum.application.coherence.LogFollower;
import lyceum.application.course.ReadCourse;
import lyceum.bootstrap.settings.Settings.Caching;
import lyceum.bootstrap.settings.TierName;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.course.CourseFeed;

/** What keeps this process's tiers in step with what others write, while it is open. */
final class Synchronisation implements AutoCloseable {

    private static final Duration AUDIT_INTERVAL = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** What the bound is divided by: there is time for some confirmations to be late or to fail. */
    private static final int QUESTIONS_PER_BOUND = 8;

    /** How to end each part. */
    private final List<Runnable> parts = new ArrayList<>();
    private final Caching caching;
    private final TieredCache cache;
    private final Execution execution;
    private final InstantSource clock;
    private final CoherenceStatistics statistics;

    /** @param clock the cache's */
    Synchronisation(
            Caching caching,
            TieredCache cache,
            Execution execution,
            InstantSource clock,
            CoherenceStatistics statistics) {
        this.caching = caching;
        this.cache = cache;
        this.execution = execution;
        this.clock = clock;
        this.statistics = statistics;
    }

    /**
     * Completes when the tiers have been told what they may have missed: what is cached before that may go again, which costs
     * a load. Servers that do not answer are not waited for. The log comes second, for what the feed begins with is told in it.
     */
    CompletionStage<Void> start(RedisAdapter redis, CourseFeed feed, ReadCourse courses) {
        if (!caching.on()) {
            return Stages.DONE;
        }
        var feedFollower = followerOf(feed);
        feedFollower.start();
        audit(courses);
        var told = inTime(feedFollower.first());
        if (!followsLog(caching)) {
            return told;
        }
        var logFollower = followerOf(redis);
        return told.thenCompose(_ -> {
            logFollower.start();
            return inTime(logFollower.first());
        });
    }

    private CompletionStage<Void> inTime(CompletionStage<Void> first) {
        return execution.within(PATIENCE, first, () -> Stages.DONE);
    }

    /** Whether there are tiers of this process before the shared one. */
    static boolean followsLog(Caching caching) {
        return caching.tiers().indexOf(TierName.REDIS) > 0 && !caching.coherence().off().contains(Mechanism.LOG);
    }

    /** The tiers before the shared one. */
    private List<CacheTier> near() {
        var shared = caching.tiers().indexOf(TierName.REDIS);
        return cache.tiers().subList(0, Math.max(0, shared));
    }

    private LogFollower followerOf(RedisAdapter redis) {
        var follower = new LogFollower(
                redis.changeLog(Tiers.redisOptions(caching)),
                near(),
                cache.invalidation(),
                execution,
                clock,
                statistics);
        parts.add(follower::close);
        return follower;
    }

    private FeedFollower followerOf(CourseFeed feed) {
        var interval = caching.coherence().bound().dividedBy(QUESTIONS_PER_BOUND);
        var follower = new FeedFollower(
                feed,
                cache.tiers(),
                cache.invalidation(),
                execution,
                interval,
                interval,
                clock,
                statistics,
                caching.coherence().off());
        parts.add(follower::close);
        return follower;
    }

    private void audit(ReadCourse courses) {
        var auditor = new Auditor(
                cache,
                courses::uncached,
                caching.coherence().bound(),
                AUDIT_INTERVAL,
                execution,
                statistics,
                Math::random);
        parts.add(auditor::close);
        auditor.start();
    }

    @Override
    public void close() {
        parts.reversed().forEach(Runnable::run);
    }
}
