package lyceum.domain.cache;

import java.util.Map;

/**
 * What a tier knows of itself.
 *
 * @param entries keys held; for a shared server, all keys of its database
 * @param bytes memory they take, by the tier's own measure
 * @param evictions entries dropped for want of room since the tier started
 * @param details figures only this sort of tier has, for example {@code keyspace_hits}
 */
public record TierStats(long entries, long bytes, long evictions, Map<String, Long> details) {

    public TierStats {
        details = Map.copyOf(details);
    }
}
