package lyceum.application.cache;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Mechanism;

/**
 * What every read and write of one cache shares.
 *
 * @param tiers nearest first; none at all turns caching off
 * @param bound no answer from a tier, unless it is marked stale, is without a write that was committed longer ago than this
 * @param clock what entries and trust count in: never set back
 * @param random uniform in [0, 1)
 * @param off what is switched off, for tests
 */
public record Policy(
        List<CacheTier> tiers,
        TtlPolicy ttls,
        Patience patience,
        Duration bound,
        InstantSource clock,
        Execution execution,
        CacheStatistics statistics,
        DoubleSupplier random,
        Set<Mechanism> off) {

    public Policy {
        tiers = List.copyOf(tiers);
        off = Set.copyOf(off);
        if (tiers.stream().map(CacheTier::name).distinct().count() < tiers.size()) {
            throw new IllegalArgumentException("two tiers of one name");
        }
    }

    boolean has(Mechanism mechanism) {
        return !off.contains(mechanism);
    }
}
