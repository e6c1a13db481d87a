package lyceum.application.cache;

import lyceum.domain.cache.CacheEntry;

/** Whether an entry may be served: a function of the entry and the time, and of nothing else. */
public enum Freshness {
    FRESH,
    STALE,
    EXPIRED;

    /** @param now milliseconds since the epoch, by the clock of the entry's times */
    public static Freshness of(CacheEntry entry, long now) {
        if (now < entry.freshUntil()) {
            return FRESH;
        }
        return now < entry.staleUntil() ? STALE : EXPIRED;
    }
}
