package lyceum.application.cache;

import java.time.Duration;

/**
 * How long a read waits.
 *
 * @param others for another's load or write, before it loads by itself
 * @param soft for a newer value, before it is content with one past its fresh time that is known to be current; the load
 *     goes on behind
 * @param hard for anything, before it answers with whatever it has, marked stale, or fails; a late load still fills
 */
public record Patience(Duration others, Duration soft, Duration hard) {

    public Patience {
        if (others.isNegative() || soft.isNegative() || !hard.isPositive()) {
            throw new IllegalArgumentException("a read waits for no negative time");
        }
    }
}
