package lyceum.simulation;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.application.cache.CacheStatistics;
import lyceum.application.cache.GuardedTier;
import lyceum.application.cache.Patience;
import lyceum.application.cache.Policy;
import lyceum.application.cache.TieredCache;
import lyceum.application.cache.Ttl;
import lyceum.application.cache.TtlClass;
import lyceum.application.cache.TtlPolicy;
import lyceum.application.coherence.CoherenceStatistics;
import lyceum.application.coherence.FeedFollower;
import lyceum.application.coherence.LogFollower;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.ChangeLog;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Mechanism;
import lyceum.fake.InMemoryCacheTier;

/** One life of one process: the policy as it is, over its own tier and links to what is shared. */
final class Instance {

    private static final Patience PATIENCE = new Patience(Settings.OTHERS, Settings.SOFT, Settings.HARD);

    private final Session session;
    private final InMemoryCacheTier near;
    private final TieredCache cache;
    private final StoreLink store;

    Instance(Host host, CacheTier shared, ChangeLog log, StoreLink store, Settings settings, Dice dice,
            Set<Mechanism> off) {
        this.session = new Session(host);
        this.store = store;
        this.near = InMemoryCacheTier.local("near", host, Settings.BOUND, off);
        var far = new GuardedTier(shared, host, off);
        this.cache = new TieredCache(new Policy(
                List.of(near, far), ttls(settings, dice), PATIENCE, Settings.BOUND, host, host, new CacheStatistics(),
                dice::fraction, off));
        follow(host, log, settings, off);
    }

    private static TtlPolicy ttls(Settings settings, Dice dice) {
        var ttl = new Ttl(Duration.ofMillis(settings.fresh()), Duration.ofMillis(settings.stale()));
        var classes = new EnumMap<TtlClass, Ttl>(TtlClass.class);
        for (var each : TtlClass.values()) {
            classes.put(each, ttl);
        }
        return new TtlPolicy(
                Map.of(Kind.COURSE, ttl, Kind.COURSES_LIST, ttl), classes, Duration.ofSeconds(1), 0.1, dice::fraction);
    }

    private void follow(Host host, ChangeLog log, Settings settings, Set<Mechanism> off) {
        var statistics = new CoherenceStatistics(Settings.BOUND);
        new LogFollower(log, List.of(near), cache.invalidation(), host, host, statistics).start();
        new FeedFollower(
                store, cache.tiers(), cache.invalidation(), host, Duration.ofMillis(settings.interval()),
                Duration.ofMillis(settings.holdBack()), host, statistics, off)
                .start();
    }

    Session session() {
        return session;
    }

    InMemoryCacheTier near() {
        return near;
    }

    TieredCache cache() {
        return cache;
    }

    StoreLink store() {
        return store;
    }
}
