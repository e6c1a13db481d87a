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
import lyceum.application.cache.Patience;
import lyceum.application.cache.Policy;
import lyceum.application.cache.TieredCache;
import lyceum.application.cache.Ttl;
import lyceum.application.cache.TtlClass;
import lyceum.application.cache.TtlPolicy;
import lyceum.bootstrap.settings.Settings.Caching;
import lyceum.bootstrap.settings.TierName;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Trust;

/** Builds the cache that the settings describe: which tiers, in which order, with which times to live. */
final class Tiers {

    /** Names the form of what is cached. To be raised with every change of a representation: older entries are then misses. */
    private static final int SCHEMA = 1;

    /**
     * How long a load may keep others from loading. Whoever waits for one that died waits so long, and must have patience for
     * a little more.
     */
    private static final Duration LEASE = Duration.ofMillis(2_500);

    /** How long a write may keep others from reading: a writer that died leaves its key unreadable no longer. */
    private static final Duration FENCE = Duration.ofSeconds(2);

    /** For others' loads and writes, but never so long that a read that must load by itself has no quarter of its time left. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Tiers() {}

    static TieredCache cache(Caching caching, RedisAdapter redis, Execution execution, InstantSource clock) {
        var coherence = caching.coherence();
        return new TieredCache(new Policy(
                caching.tiers().stream().map(name -> tier(name, caching, redis, clock)).toList(),
                ttls(caching),
                patience(caching),
                coherence.bound(),
                clock,
                execution,
                new CacheStatistics(),
                Tiers::chance,
                coherence.off()));
    }

    private static Patience patience(Caching caching) {
        var most = caching.hardTimeout().multipliedBy(3).dividedBy(4);
        return new Patience(
                PATIENCE.compareTo(most) < 0 ? PATIENCE : most, caching.softTimeout(), caching.hardTimeout());
    }

    private static CacheTier tier(TierName name, Caching caching, RedisAdapter redis, InstantSource clock) {
        var coherence = caching.coherence();
        return switch (name) {
            case CAFFEINE -> CaffeineCacheTier.create(
                    CaffeineLimits.ofBytes(caching.l1MaxBytes()),
                    Trust.within(coherence.bound()),
                    coherence.off(),
                    clock);
            case REDIS -> new GuardedTier(redis.cacheTier(redisOptions(caching)), clock, coherence.off());
        };
    }

    static RedisCacheOptions redisOptions(Caching caching) {
        var coherence = caching.coherence();
        return RedisCacheOptions.ofSchema(coherence.schema().orElse(SCHEMA))
                .withTimes(LEASE, FENCE)
                .withStaleness(coherence.bound())
                .without(coherence.off());
    }

    private static TtlPolicy ttls(Caching caching) {
        var times = caching.fresh();
        var stale = caching.stale();
        var classes = new EnumMap<TtlClass, Ttl>(TtlClass.class);
        classes.put(TtlClass.HOT, new Ttl(times.hot(), stale));
        classes.put(TtlClass.WARM, new Ttl(times.warm(), stale));
        classes.put(TtlClass.COLD, new Ttl(times.cold(), stale));
        classes.put(TtlClass.STATIC, new Ttl(times.fixed(), stale));
        var kinds =
                Map.of(Kind.COURSE, new Ttl(times.course(), stale), Kind.COURSES_LIST, new Ttl(times.list(), stale));
        return new TtlPolicy(kinds, classes, times.missing(), caching.jitter(), Tiers::chance);
    }

    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }
}
