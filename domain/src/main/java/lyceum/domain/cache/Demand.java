package lyceum.domain.cache;

/**
 * What an entry must be, besides fresh by its own times, to count as a hit (the request directives of RFC 9111, 5.2.1, and
 * refreshing ahead are made of it). In milliseconds since the epoch on the caller's clock.
 *
 * @param loadedSince it shows every write committed before this moment
 * @param freshBeyond it is fresh beyond this moment
 */
public record Demand(long loadedSince, long freshBeyond) {

    /** Nothing more than fresh. */
    public static final Demand FRESH = new Demand(Long.MIN_VALUE, Long.MIN_VALUE);

    public boolean metBy(CacheEntry entry) {
        return entry.loadedAt() >= loadedSince && entry.freshUntil() > freshBeyond;
    }
}
