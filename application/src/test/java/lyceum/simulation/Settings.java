package lyceum.simulation;

import java.time.Duration;

/**
 * How the world of one schedule is built.
 *
 * @param delay the longest time that a message travels in good weather, in microseconds
 * @param interval of the feed's follower, in milliseconds, as all that follows
 * @param holdBack of the feed's follower
 * @param fresh how long an entry is fresh
 * @param stale how much longer it may be used
 * @param feedAtOnce how many changes one answer of the feed has
 * @param latestOnly whether the feed tells of each course only its latest version
 * @param logCapacity how many records the log keeps
 * @param clockError by how much an adapter may be wrong about the server's clock
 * @param toldTwicePermille how often the log tells something again
 */
record Settings(
        int instances,
        long delay,
        long interval,
        long holdBack,
        long fresh,
        long stale,
        int feedAtOnce,
        boolean latestOnly,
        int logCapacity,
        long clockError,
        int toldTwicePermille) {

    static final Duration BOUND = Duration.ofSeconds(2);
    static final Duration OTHERS = Duration.ofMillis(600);
    static final Duration SOFT = Duration.ofMillis(30);
    static final Duration HARD = Duration.ofMillis(1_500);

    Settings withInstances(int fewer) {
        return new Settings(
                fewer, delay, interval, holdBack, fresh, stale, feedAtOnce, latestOnly, logCapacity, clockError,
                toldTwicePermille);
    }
}
