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
        if (others.isNegative() || soft.isNegative()) {
            throw new IllegalArgumentException("a read waits for no negative time");
        }
        if (others.compareTo(hard) >= 0) {
            throw new IllegalArgumentException("who waited for others has time left to load");
        }
    }

    /**
     * What is left for a load to a read that began so many milliseconds ago. More than it waits for others has passed only if
     * the process stood still, which is no reason not to ask the source.
     */
    Duration after(long elapsed) {
        return hard.minusMillis(Math.min(elapsed, others.toMillis()));
    }
}
