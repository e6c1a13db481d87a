package lyceum.adapters.caffeine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import lyceum.domain.cache.CacheKey;

/**
 * Something that is worth nothing from a certain time on. Whoever reads it compares the time himself; Caffeine's timer
 * wheel only takes the dead away, whether anyone asks for them again or not.
 */
interface Mortal {

    long until();

    /** What Caffeine tells the time by, and where and when it does its housekeeping. */
    record Times(InstantSource clock, Executor housekeeping, Scheduler scheduler) {

        <V extends Mortal> Caffeine<CacheKey, V> cache() {
            return Caffeine.newBuilder()
                    .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                    .executor(housekeeping)
                    .scheduler(scheduler)
                    .expireAfter(new AtItsTime<V>());
        }
    }

    final class AtItsTime<V extends Mortal> implements Expiry<CacheKey, V> {

        @Override
        public long expireAfterCreate(CacheKey key, V value, long now) {
            return Math.max(1, TimeUnit.MILLISECONDS.toNanos(value.until()) - now);
        }

        @Override
        public long expireAfterUpdate(CacheKey key, V value, long now, long left) {
            return expireAfterCreate(key, value, now);
        }

        @Override
        public long expireAfterRead(CacheKey key, V value, long now, long left) {
            return left;
        }
    }
}
