package lyceum.application.cache;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleSupplier;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Gives a loaded content its times. The entry's own time to live goes before the call's class, that before the kind's.
 * Jitter only shortens, so that what is configured is a bound.
 */
public final class TtlPolicy {

    private final Map<Kind, Ttl> kinds;
    private final Map<TtlClass, Ttl> classes;
    private final Duration missing;
    private final double jitter;
    private final DoubleSupplier random;

    /**
     * @param classes every class, {@link TtlClass#WARM} being that of kinds not named
     * @param missing how long an absence is believed
     * @param jitter the largest part of a time to live that chance takes off, 0 to below 1
     * @param random uniform in [0, 1)
     */
    public TtlPolicy(
            Map<Kind, Ttl> kinds, Map<TtlClass, Ttl> classes, Duration missing, double jitter, DoubleSupplier random) {
        if (!classes.keySet().containsAll(EnumSet.allOf(TtlClass.class)) || jitter < 0 || jitter >= 1) {
            throw new IllegalArgumentException("every class needs a time to live, and jitter is within [0, 1)");
        }
        this.kinds = Map.copyOf(kinds);
        this.classes = Map.copyOf(classes);
        this.missing = missing;
        this.jitter = jitter;
        this.random = random;
    }

    CacheEntry entry(CacheKey key, Loaded loaded, ReadOptions options, long loadedAt) {
        var ttl = choose(key.kind(), loaded, options.ttlClass());
        var fresh = (long) (ttl.fresh().toMillis() * (1 - jitter * random.getAsDouble()));
        var freshUntil = loadedAt + Math.max(1, fresh);
        return new CacheEntry(loaded.content(), loadedAt, freshUntil, freshUntil + ttl.stale().toMillis());
    }

    private Ttl choose(Kind kind, Loaded loaded, @Nullable TtlClass byCall) {
        var own = loaded.ttl();
        var chosen = own != null ? own : normal(kind, byCall);
        return loaded.content() instanceof Content.Absent && chosen.fresh().compareTo(missing) > 0
                ? Ttl.of(missing)
                : chosen;
    }

    private Ttl normal(Kind kind, @Nullable TtlClass byCall) {
        var byKind = kinds.get(kind);
        return byCall == null && byKind != null ? byKind : ofClass(byCall == null ? TtlClass.WARM : byCall);
    }

    private Ttl ofClass(TtlClass name) {
        return Objects.requireNonNull(classes.get(name));
    }
}
