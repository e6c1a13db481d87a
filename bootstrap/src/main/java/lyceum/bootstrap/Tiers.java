package lyceum.bootstrap;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import lyceum.adapters.caffeine.CaffeineCacheTier;
import lyceum.adapters.caffeine.CaffeineLimits;
import lyceum.adapters.redis.RedisAdapter;
import lyceum.adapters.redis.RedisCacheOptions;
import lyceum.application.cache.CacheStatistics;
import lyceum.application.cache.Execution;
import lyceum.application.cache.GuardedTier;
import lyceum.application.cache.Policy;
import lyceum.application.cache.TieredCache;
import lyceum.application.cache.Ttl;
import lyceum.application.cache.TtlClass;
import lyceum.application.cache.TtlPolicy;
import lyceum.bootstrap.settings.Settings;
import lyceum.bootstrap.settings.Settings.Caching;
import lyceum.bootstrap.settings.TierName;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Kind;

/** Builds the cache that the settings describe: which tiers, in which order, with which times to live. */
final class Tiers {

    /** Names the form of what is cached. To be raised with every change of a representation: older entries are then misses. */
    private static final long SCHEMA = 1;

    /** A little less than Redis' lease: who waited for a load that died is the next to get the lease. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private Tiers() {}

    static TieredCache cache(Settings settings, RedisAdapter redis, Execution execution, InstantSource clock) {
        var caching = settings.caching();
        var tiers = caching.tiers().stream().map(name -> tier(name, caching, redis, clock)).toList();
        return new TieredCache(
                new Policy(tiers, ttls(caching), PATIENCE, clock, execution, new CacheStatistics()));
    }

    private static CacheTier tier(TierName name, Caching caching, RedisAdapter redis, InstantSource clock) {
        return switch (name) {
            case CAFFEINE -> CaffeineCacheTier.create(CaffeineLimits.ofBytes(caching.l1MaxBytes()), clock);
            case REDIS -> new GuardedTier(redis.cacheTier(RedisCacheOptions.ofSchema(SCHEMA)), clock);
        };
    }

    private static TtlPolicy ttls(Caching caching) {
        var times = caching.fresh();
        var classes = new EnumMap<TtlClass, Ttl>(TtlClass.class);
        classes.put(TtlClass.HOT, Ttl.of(times.hot()));
        classes.put(TtlClass.WARM, Ttl.of(times.warm()));
        classes.put(TtlClass.COLD, Ttl.of(times.cold()));
        classes.put(TtlClass.STATIC, Ttl.of(times.fixed()));
        var kinds = Map.of(Kind.COURSE, Ttl.of(times.course()), Kind.COURSES_LIST, Ttl.of(times.list()));
        return new TtlPolicy(
                kinds, classes, times.missing(), caching.jitter(), () -> ThreadLocalRandom.current().nextDouble());
    }
}
