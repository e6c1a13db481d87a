package lyceum.application.cache;

import java.time.Duration;

/**
 * How long an entry lives.
 *
 * @param fresh how long it is served without question
 * @param stale how much longer it may be served while a newer one cannot be had
 */
public record Ttl(Duration fresh, Duration stale) {

    public Ttl {
        if (fresh.isNegative() || fresh.isZero() || stale.isNegative()) {
            throw new IllegalArgumentException("a time to live is positive");
        }
    }

    public static Ttl of(Duration fresh) {
        return new Ttl(fresh, Duration.ZERO);
    }
}
