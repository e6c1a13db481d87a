package lyceum.adapters.caffeine;

import java.time.InstantSource;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import lyceum.domain.cache.CacheKey;

/** One lock per key, shared by some, so that the steps on a key come one after the other. */
final class Locks {

    private static final int COUNT = 256;

    private final InstantSource clock;
    private final Object[] locks = Stream.generate(Object::new).limit(COUNT).toArray();

    Locks(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Gives the step the time as it is under the lock, so that none sees a claim stand that an earlier one saw end.
     */
    <T> T step(CacheKey key, LongFunction<T> step) {
        var hash = key.hashCode();
        synchronized (locks[(hash ^ (hash >>> 16)) & (COUNT - 1)]) {
            return step.apply(clock.millis());
        }
    }
}
