package lyceum.adapters.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import java.util.stream.Stream;
import lyceum.domain.cache.CacheKey;

/** The guards that stand. A key without one has nothing to remember, so their number is that of what is under way. */
final class Guards {

    private final Cache<CacheKey, Guard> standing;

    Guards(Mortal.Times times) {
        this.standing = times.<Guard>cache().build();
    }

    Guard get(CacheKey key, long now) {
        var guard = standing.getIfPresent(key);
        return guard == null ? Guard.NONE : guard.at(now);
    }

    void put(CacheKey key, Guard guard) {
        if (guard.isNone()) {
            standing.invalidate(key);
        } else {
            standing.put(key, guard);
        }
    }

    Stream<CacheKey> keys() {
        return standing.asMap().keySet().stream();
    }

    long count() {
        return standing.estimatedSize();
    }
}
