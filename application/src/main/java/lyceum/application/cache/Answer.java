package lyceum.application.cache;

import java.util.List;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.Content;

/**
 * An answer and the way it came.
 *
 * @param steps the tiers asked, nearest first; the last one answered if its outcome is a hit or stale, else the source did
 * @param collapsed whether this read waited for another's load instead of loading (RFC 9211, 2.6)
 */
public record Answer(CacheEntry entry, List<Step> steps, boolean collapsed) {

    public Content content() {
        return entry.content();
    }

    /** Whether it may lack writes that were committed longer ago than the bound: nothing better could be had. */
    public boolean stale() {
        return !steps.isEmpty()
                && steps.getLast().outcome() == Step.Outcome.STALE
                && steps.getLast().tier().equals(CacheStatistics.SOURCE);
    }

    Answer shared() {
        return new Answer(entry, steps, true);
    }
}
