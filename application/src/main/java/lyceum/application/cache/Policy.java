package lyceum.application.cache;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import lyceum.domain.cache.CacheTier;

/**
 * What every read and write of one cache shares.
 *
 * @param tiers nearest first; none at all turns caching off
 * @param patience how long a read waits for another's load or write before it loads by itself
 */
public record Policy(
        List<CacheTier> tiers,
        TtlPolicy ttls,
        Duration patience,
        InstantSource clock,
        Execution execution,
        CacheStatistics statistics) {

    public Policy {
        tiers = List.copyOf(tiers);
        if (tiers.stream().map(CacheTier::name).distinct().count() < tiers.size()) {
            throw new IllegalArgumentException("two tiers of one name");
        }
    }
}
