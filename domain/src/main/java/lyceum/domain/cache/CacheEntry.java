package lyceum.domain.cache;

/**
 * A content and its times, in milliseconds since the epoch on the clock of the process that holds it. A tier shared by
 * several processes keeps ages rather than times, so that their clocks need not agree.
 *
 * @param loadedAt it shows every write committed before this moment: when the load that produced the content began, or
 *     a later one at which it was known to be current still
 * @param freshUntil until when it may be served without question
 * @param staleUntil the hard limit: until when it may be served while a newer one is being loaded; never before
 *     {@code freshUntil}
 */
public record CacheEntry(Content content, long loadedAt, long freshUntil, long staleUntil) {

    /** A rough figure of what an entry costs on the heap beside its body: objects, key, and the cell around it. */
    private static final int OVERHEAD_BYTES = 256;

    public CacheEntry {
        if (staleUntil < freshUntil) {
            throw new IllegalArgumentException("the hard limit lies before the fresh time");
        }
    }

    public long version() {
        return content.version();
    }

    public CacheEntry currentAsOf(long moment) {
        return moment <= loadedAt ? this : new CacheEntry(content, moment, freshUntil, staleUntil);
    }

    public int weight() {
        return OVERHEAD_BYTES
                + switch (content) {
                    case Content.Present present -> present.body().size();
                    case Content.Absent _ -> 0;
                };
    }
}
