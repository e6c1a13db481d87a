package lyceum.adapters.web.support;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.adapters.web.TrustedProxies;
import lyceum.adapters.web.WebOptions;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.application.IdSource;
import lyceum.application.cache.CacheStatistics;
import lyceum.application.cache.GuardedTier;
import lyceum.application.cache.Patience;
import lyceum.application.cache.Policy;
import lyceum.application.cache.TieredCache;
import lyceum.application.cache.Ttl;
import lyceum.application.cache.TtlClass;
import lyceum.application.cache.TtlPolicy;
import lyceum.application.identity.RevocationFollower;
import lyceum.application.identity.Revocations;
import lyceum.fake.FaultyCacheTier;
import lyceum.fake.FaultyCourseRepository;
import lyceum.fake.FaultyRequestLedger;
import lyceum.fake.FaultyRevocationFeed;
import lyceum.fake.FaultySessionRepository;
import lyceum.fake.FaultyUserRepository;
import lyceum.fake.HeardTurns;
import lyceum.fake.InMemoryAttempts;
import lyceum.fake.InMemoryCacheTier;
import lyceum.fake.InMemoryCourseRepository;
import lyceum.fake.InMemoryRequestLedger;
import lyceum.fake.InMemoryRevocationFeed;
import lyceum.fake.InMemorySessionRepository;
import lyceum.fake.InMemoryTokenStore;
import lyceum.fake.InMemoryUserRepository;
import lyceum.fake.ManualClock;

/** Everything around the web server that a test may want to reach. */
public final class World {

    public static final String SECRET = "a-secret-for-tests-of-40-characters-0123";

    /** After so much time on the clock it is not known any more what is revoked. */
    public static final Duration BOUND = Duration.ofMinutes(10);

    public static final int MAX_BODY = 300_000;

    public final ManualClock clock = new ManualClock();
    public final FaultyCourseRepository courses = new FaultyCourseRepository(new InMemoryCourseRepository());
    private final InMemoryUserRepository storedUsers = new InMemoryUserRepository();
    private final InMemorySessionRepository storedSessions = new InMemorySessionRepository();
    public final FaultyUserRepository users = new FaultyUserRepository(storedUsers);
    public final FaultySessionRepository sessions = new FaultySessionRepository(storedSessions);
    public final FaultyRevocationFeed revocationFeed =
            new FaultyRevocationFeed(new InMemoryRevocationFeed(storedUsers, storedSessions));
    public final InMemoryTokenStore tokens = new InMemoryTokenStore(clock);
    public final InMemoryAttempts attempts = new InMemoryAttempts(clock);
    public final Revocations revocations = new Revocations(Duration.ofMinutes(15), BOUND, clock);
    public final FaultyRequestLedger ledger = new FaultyRequestLedger(new InMemoryRequestLedger());
    public final FaultyCacheTier redis = new FaultyCacheTier(InMemoryCacheTier.remote("redis", clock));
    public final Threads execution = new Threads();
    public final GatedHasher hasher = new GatedHasher();
    public final SwitchedProbe mongoProbe = new SwitchedProbe("mongodb", true);
    public final SwitchedProbe redisProbe = new SwitchedProbe("redis", false);
    private final AtomicLong lastId = new AtomicLong(0x1000);

    final TieredCache cache = new TieredCache(new Policy(
            List.of(
                    new GuardedTier(InMemoryCacheTier.local("caffeine", clock), clock),
                    new GuardedTier(redis, clock)),
            new TtlPolicy(Map.of(), classes(), Duration.ofSeconds(10), 0, () -> 0),
            new Patience(Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(30)),
            Duration.ofHours(1),
            clock,
            execution,
            new CacheStatistics(),
            () -> 0,
            Set.of()));

    /** Asks once and then no more: it is synchronised until the clock has gone on by the bound. */
    private final RevocationFollower follower =
            new RevocationFollower(revocationFeed, revocations, execution, Duration.ofDays(1), clock, new HeardTurns());

    void synchronise() {
        follower.start();
        while (!revocations.synchronised()) {
            Thread.onSpinWait();
        }
    }

    final IdSource ids = () -> "%024x".formatted(lastId.incrementAndGet());

    final WebOptions options;

    World() {
        this(TokenKeys.of(SECRET));
    }

    World(TokenKeys keys) {
        this(keys, 1, 4);
    }

    World(TokenKeys keys, int hashingAtOnce, int hashingQueue) {
        options = new WebOptions(
                keys, "lyceum", "lyceum-api", MAX_BODY, hashingAtOnce, hashingQueue, TrustedProxies.NONE);
    }

    private static Map<TtlClass, Ttl> classes() {
        var classes = new EnumMap<TtlClass, Ttl>(TtlClass.class);
        for (var each : TtlClass.values()) {
            classes.put(each, Ttl.of(Duration.ofMinutes(5)));
        }
        return classes;
    }
}
