package lyceum.application.cache;

import java.time.Duration;
import lyceum.domain.cache.CacheEntry;

/** What an entry may be used for: a function of the entry and the time, and of nothing else. */
public enum Freshness {
    /** For every answer. */
    FRESH,
    /** Past its fresh time, but known to be current: for an answer at once while it is loaded anew. */
    STALE,
    /** Nobody knows whether it is current still: only where the source fails, and marked stale. */
    SUSPECT,
    /** For nothing. */
    EXPIRED;

    /**
     * @param now milliseconds since the epoch, by the clock of the entry's times
     * @param bound how long an entry counts beyond the moment it is known to be current as of
     */
    public static Freshness of(CacheEntry entry, long now, Duration bound) {
        if (now >= entry.staleUntil()) {
            return EXPIRED;
        }
        if (now - entry.loadedAt() >= bound.toMillis()) {
            return SUSPECT;
        }
        return now < entry.freshUntil() ? FRESH : STALE;
    }
}
