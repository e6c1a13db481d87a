package lyceum.application.coherence;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.CacheStatistics;
import lyceum.application.cache.Loaded;
import lyceum.application.cache.Patience;
import lyceum.application.cache.Policy;
import lyceum.application.cache.TieredCache;
import lyceum.application.cache.Ttl;
import lyceum.application.cache.TtlClass;
import lyceum.application.cache.TtlPolicy;
import lyceum.application.course.CourseKeys;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Kind;
import lyceum.domain.course.CourseId;
import lyceum.fake.InMemoryCacheTier;
import lyceum.fake.InMemoryChangeLog;
import lyceum.fake.ManualClock;
import lyceum.fake.ManualExecution;

/** A process with a tier of its own, one that it shares, and a source whose version a test sets. */
final class OneProcess {

    static final Duration BOUND = Duration.ofSeconds(2);
    static final CourseId COURSE = new CourseId("0123456789abcdef01234567");
    static final CacheKey KEY = CourseKeys.course(COURSE);
    static final CacheKey LIST = new CacheKey(Kind.COURSES_LIST, "all", Set.of(CourseKeys.ALL_LISTS));

    final ManualClock clock = new ManualClock();
    final ManualExecution execution = ManualExecution.direct(clock);
    final InMemoryChangeLog log = new InMemoryChangeLog(clock, execution::after, 100, Set.of());
    final InMemoryCacheTier near = InMemoryCacheTier.local("near", clock, BOUND, Set.of());
    final InMemoryCacheTier far = InMemoryCacheTier.remote("far", clock, BOUND, log, Set.of());
    final CoherenceStatistics statistics = new CoherenceStatistics(BOUND);
    final TieredCache cache = new TieredCache(new Policy(
            List.of(near, far),
            ttls(),
            new Patience(Duration.ofSeconds(1), Duration.ZERO, Duration.ofSeconds(4)),
            BOUND,
            clock,
            execution,
            new CacheStatistics(),
            () -> 0,
            Set.of()));
    long version = 1;
    int loads;

    private static TtlPolicy ttls() {
        var classes = new EnumMap<TtlClass, Ttl>(TtlClass.class);
        for (var each : TtlClass.values()) {
            classes.put(each, new Ttl(Duration.ofMinutes(5), Duration.ofMinutes(5)));
        }
        return new TtlPolicy(Map.of(), classes, Duration.ofSeconds(10), 0, () -> 0);
    }

    CompletionStage<Loaded> load(CacheKey key) {
        loads++;
        var listed = key.kind().equals(Kind.COURSES_LIST);
        var text = "version " + version;
        return CompletableFuture.completedStage(
                new Loaded(new Content.Present(listed ? 0 : version, '"' + text + '"', Body.of(text))));
    }

    /** The text that a read answers. */
    String read(CacheKey key) {
        var content = cache.read(key, this::load).toCompletableFuture().resultNow().content();
        return content instanceof Content.Present present ? present.etag() : "nothing";
    }

    /** What another process does to the shared tier after it has written: an update of this course. */
    void publishedElsewhere() {
        version++;
        var _ = far.invalidateTags(Set.of(CourseKeys.ALL_LISTS));
        var _ = far.invalidate(KEY, version - 1);
    }

    CoherenceStatistics.Report report() {
        return statistics.report(clock.millis());
    }
}
