package lyceum.adapters.web.course;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Lets something happen so often in a second, and a few times more after a pause. It keeps one number, the moment up to which
 * tokens are spent: what lies between it and now are those that are left.
 */
final class TokenBucket {

    private final long tokenMillis;
    private final long fullMillis;
    private final LongSupplier millis;
    private final AtomicLong spentUntil = new AtomicLong(Long.MIN_VALUE);

    /** @param millis the time, which is never set back */
    TokenBucket(int perSecond, int burst, LongSupplier millis) {
        this.tokenMillis = Duration.ofSeconds(1).toMillis() / perSecond;
        this.fullMillis = burst * tokenMillis;
        this.millis = millis;
    }

    boolean take() {
        var now = millis.getAsLong();
        for (;;) {
            var before = spentUntil.get();
            var after = Math.max(before, now - fullMillis) + tokenMillis;
            if (after > now) {
                return false;
            }
            if (spentUntil.compareAndSet(before, after)) {
                return true;
            }
        }
    }
}
