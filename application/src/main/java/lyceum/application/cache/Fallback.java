package lyceum.application.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.CacheStatistics.Event;
import lyceum.application.cache.Step.Outcome;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import org.jspecify.annotations.Nullable;

/**
 * What one read has met on its way that is less than a hit: whether it will do although something newer could be had, and
 * else as the answer, marked stale, if nothing can. A time-out may ask for it while the read goes on.
 */
final class Fallback {

    private final Core core;
    private final CacheKey key;
    private final Directives directives;
    private final Trail trail;
    private final long begun;
    private volatile @Nullable CacheEntry last;

    Fallback(Core core, CacheKey key, Directives directives, Trail trail, long begun) {
        this.core = core;
        this.key = key;
        this.directives = directives;
        this.trail = trail;
        this.begun = begun;
    }

    /** Kept whatever its age: what may not be current is for the case that nothing better can be had. */
    void keep(String tier, CacheEntry entry) {
        last = entry;
        if (freshness(entry) == Freshness.SUSPECT) {
            trail.counted(tier, Event.SUSPECT);
        }
    }

    /** Known to be current and all that the request asks for, or no staler than it accepts. */
    boolean goodEnough(CacheEntry entry) {
        var policy = core.policy();
        return directives.toleratesStale(entry, policy.clock().millis(), policy.bound())
                || switch (freshness(entry)) {
                    case FRESH, STALE -> directives.at(begun).metBy(entry);
                    case SUSPECT, EXPIRED -> false;
                };
    }

    CompletionStage<Answer> insteadOf(Throwable failure) {
        var known = last;
        if (known == null
                || freshness(known) == Freshness.EXPIRED
                || core.outdated(key, known.version())) {
            return CompletableFuture.failedStage(failure);
        }
        core.seen(key, known.version());
        trail.passed(CacheStatistics.SOURCE, Outcome.STALE);
        return CompletableFuture.completedStage(trail.leadsTo(known));
    }

    private Freshness freshness(CacheEntry entry) {
        return Freshness.of(entry, core.policy().clock().millis(), core.policy().bound());
    }
}
