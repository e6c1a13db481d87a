package lyceum.domain.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a tier's entries are believed while nothing is heard.
 *
 * <p>The <em>horizon</em> is the moment up to which every committed write is known to have been applied to the tier (a low
 * watermark, as in Akidau et al., MillWheel, VLDB 2013). An entry that was loaded at {@code l} and is still there at horizon
 * {@code h} therefore shows every write committed before {@code max(l, h)}, and it counts for the bound beyond that and
 * no longer. While the horizon moves the rule is silent; once it stops, for whatever reason, no entry is served that
 * could be older than the bound.
 *
 * <p>Times are milliseconds of the clock that the tier's entries count in, which must never be set back.
 */
public final class Trust {

    private static final long UNBOUNDED = Long.MAX_VALUE;

    private final long bound;
    private final AtomicLong horizon = new AtomicLong(Long.MIN_VALUE);

    private Trust(long bound) {
        this.bound = bound;
    }

    public static Trust within(Duration bound) {
        return new Trust(bound.toMillis());
    }

    /** For a tier that nobody else writes behind. */
    public static Trust unconditional() {
        return new Trust(UNBOUNDED);
    }

    /** @return the horizon before */
    public long confirm(long until) {
        return horizon.getAndAccumulate(until, Math::max);
    }

    /** {@link Long#MIN_VALUE} before the first confirmation. */
    public long horizon() {
        return horizon.get();
    }

    public boolean holds(CacheEntry entry, long now) {
        return bound == UNBOUNDED || now - Math.max(entry.loadedAt(), horizon.get()) < bound;
    }

    /** The entry with the moment that it is now known to be current as of. */
    public CacheEntry asKnown(CacheEntry entry) {
        return bound == UNBOUNDED ? entry : entry.currentAsOf(horizon.get());
    }
}
