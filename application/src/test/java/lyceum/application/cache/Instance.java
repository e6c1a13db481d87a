package lyceum.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.Tag;
import lyceum.fake.ManualClock;
import lyceum.fake.ManualExecution;
import org.jspecify.annotations.Nullable;

/** One process: a cache over tiers, and a source whose versions a test sets. Loads wait until the test runs them. */
final class Instance {

    static final Duration FRESH = Duration.ofMinutes(5);
    static final Duration STALE = Duration.ofMinutes(10);
    static final Duration MISSING = Duration.ofSeconds(10);
    static final Duration HARD = Duration.ofSeconds(30);
    static final Patience PATIENCE = new Patience(Duration.ofSeconds(1), Duration.ZERO, HARD);
    static final Duration UNBOUNDED = Duration.ofMillis(Long.MAX_VALUE);

    /** How the policy of one process differs from that of others. */
    record Setup(Patience patience, Duration bound, DoubleSupplier random, Set<Mechanism> off) {

        /** Chance always says no. */
        static final Setup PLAIN = new Setup(PATIENCE, UNBOUNDED, () -> 0, Set.of());

        Setup within(Duration otherBound) {
            return new Setup(patience, otherBound, random, off);
        }

        Setup waiting(Patience otherPatience) {
            return new Setup(otherPatience, bound, random, off);
        }

        Setup drawing(DoubleSupplier otherRandom) {
            return new Setup(patience, bound, otherRandom, off);
        }

        Setup without(Mechanism... mechanisms) {
            return new Setup(patience, bound, random, Set.of(mechanisms));
        }
    }

    /** What several processes share: the database. */
    static final class Source {
        long version = 1;
        boolean down;

        Content content() {
            if (down) {
                throw new IllegalStateException("the source is down");
            }
            return version == 0 ? new Content.Absent(0) : present(version);
        }
    }

    final ManualExecution execution;
    final TieredCache cache;
    final Source source;
    final List<CacheKey> loads = new ArrayList<>();
    private final Loader loader = this::loading;

    Instance(ManualClock clock, Source source, CacheTier... tiers) {
        this(Setup.PLAIN, clock, source, tiers);
    }

    Instance(Setup setup, ManualClock clock, Source source, CacheTier... tiers) {
        this.source = source;
        this.execution = ManualExecution.queued(clock);
        var ttls = new TtlPolicy(Map.of(Kind.COURSE, new Ttl(FRESH, STALE)), classes(), MISSING, 0, () -> 0);
        this.cache = new TieredCache(new Policy(
                List.of(tiers),
                ttls,
                setup.patience(),
                setup.bound(),
                clock,
                execution,
                new CacheStatistics(),
                setup.random(),
                setup.off()));
    }

    static Map<TtlClass, Ttl> classes() {
        var classes = new EnumMap<TtlClass, Ttl>(TtlClass.class);
        classes.put(TtlClass.HOT, Ttl.of(Duration.ofMinutes(1)));
        classes.put(TtlClass.WARM, Ttl.of(Duration.ofMinutes(2)));
        classes.put(TtlClass.COLD, Ttl.of(Duration.ofMinutes(30)));
        classes.put(TtlClass.STATIC, Ttl.of(Duration.ofHours(24)));
        return classes;
    }

    static Content present(long version) {
        return new Content.Present(version, "\"v" + version + '"', Body.of("version " + version));
    }

    /** Begins a read; its load, if it needs one, reads the source when it is run and not before. */
    CompletionStage<Answer> begin(CacheKey key) {
        return begin(key, ReadOptions.DEFAULT);
    }

    CompletionStage<Answer> begin(CacheKey key, ReadOptions options) {
        return cache.read(key, options, loader);
    }

    @Nullable
    Answer peek(CacheKey key) {
        return cache.peek(key, loader);
    }

    private CompletionStage<Loaded> loading(CacheKey key) {
        return execution.call(() -> load(key));
    }

    private Loaded load(CacheKey key) {
        loads.add(key);
        return new Loaded(source.content());
    }

    /** Reads to the end. */
    Answer read(CacheKey key) {
        var answer = begin(key).toCompletableFuture();
        execution.runAll();
        assertThat(answer).isDone();
        return answer.join();
    }

    /** Writes the source's next version and publishes it. */
    void write(CacheKey key, Set<Tag> tags) {
        var written = cache.write(Set.of(key), tags, () -> execution.call(() -> commit(key, tags)));
        execution.runAll();
        written.toCompletableFuture().join();
    }

    private Committed<Long> commit(CacheKey key, Set<Tag> tags) {
        source.version++;
        return Committed.of(source.version, Map.of(key, present(source.version)), tags);
    }
}
