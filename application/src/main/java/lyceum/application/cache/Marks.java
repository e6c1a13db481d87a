package lyceum.application.cache;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import lyceum.domain.cache.CacheKey;

/**
 * The newest version of each key that this process has served or written, so that whatever the tiers say it serves nothing
 * older afterwards (the session guarantees "read your writes" and "monotonic reads" of Terry et al., PDIS 1994).
 *
 * <p>A mark is needed no longer than the policy's bound: after that no tier's entry without the write counts anyway. Marks
 * are kept in two halves; when the younger has collected for a whole bound, the older is dropped and they change places.
 */
final class Marks {

    private record Halves(
            ConcurrentHashMap<CacheKey, Long> younger, ConcurrentHashMap<CacheKey, Long> older, long turnAt) {}

    private final long boundMillis;
    private final AtomicReference<Halves> halves;

    Marks(Duration bound, long now) {
        this.boundMillis = bound.toMillis();
        this.halves = new AtomicReference<>(
                new Halves(new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), now + boundMillis));
    }

    void note(CacheKey key, long version, long now) {
        turned(now).younger().merge(key, version, Math::max);
    }

    /** The version below which nothing may be served any more. */
    long of(CacheKey key, long now) {
        var both = turned(now);
        return Math.max(both.younger().getOrDefault(key, 0L), both.older().getOrDefault(key, 0L));
    }

    /** Whoever loses the race to turn uses what the winner has made; a mark noted in between went to the older half. */
    private Halves turned(long now) {
        var both = halves.get();
        if (now < both.turnAt()) {
            return both;
        }
        var next = new Halves(new ConcurrentHashMap<>(), both.younger(), now + boundMillis);
        return halves.compareAndSet(both, next) ? next : halves.get();
    }
}
