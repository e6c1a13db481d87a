package lyceum.application.cache;

import java.time.Duration;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.Demand;
import org.jspecify.annotations.Nullable;

/**
 * What one request asks of its answer (RFC 9111, 5.2.1).
 *
 * @param maxAge how long ago it may have been known to be current at the most; zero: {@code no-cache}
 * @param minFresh how long it is to be fresh yet
 * @param maxStale by how much it may be stale, where that spares a load
 * @param onlyIfCached whether the source is to be left alone
 */
public record Directives(
        @Nullable Duration maxAge, @Nullable Duration minFresh, Duration maxStale, boolean onlyIfCached) {

    public static final Directives NONE = new Directives(null, null, Duration.ZERO, false);

    boolean none() {
        return equals(NONE);
    }

    Demand at(long now) {
        return maxAge == null && minFresh == null
                ? Demand.FRESH
                : new Demand(
                        maxAge == null ? Long.MIN_VALUE : now - maxAge.toMillis(),
                        minFresh == null ? Long.MIN_VALUE : now + minFresh.toMillis() - 1);
    }

    /**
     * Whether the entry's staleness, past its fresh time or past the bound, is within what the request accepts; its age must
     * be so anyway.
     */
    boolean toleratesStale(CacheEntry entry, long now, Duration bound) {
        var current = entry.loadedAt() + bound.toMillis();
        var stale = now - Math.min(entry.freshUntil(), current < 0 ? Long.MAX_VALUE : current);
        var youngEnough = entry.loadedAt() >= at(now).loadedSince();
        return youngEnough && !maxStale.isZero() && stale < maxStale.toMillis();
    }
}
