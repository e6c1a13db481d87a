package lyceum.adapters.redis;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How the cache is kept in Redis. Processes that share a cache agree on prefix and partitions.
 *
 * @param prefix what the names of all keys begin with
 * @param partitions into how many hash slots the keys are spread; 1 unless Redis is a cluster
 * @param fingerprint of the schema of what is cached: an entry of another fingerprint is a miss
 * @param maxEntryBytes what is larger is not stored
 * @param leaseTime how long a load may take before another caller may load too
 * @param fenceTime how long a write may take before its key may be filled again
 * @param floorTime how long fills older than an invalidation are refused. Leases already refuse the loads that began
 *     before it; this is for a load that began later and read from a database replica that lags
 * @param generationTime how long an unused epoch or tag generation is remembered
 */
public record RedisCacheOptions(
        String prefix,
        int partitions,
        long fingerprint,
        int maxEntryBytes,
        Duration leaseTime,
        Duration fenceTime,
        Duration floorTime,
        Duration generationTime) {

    /** Braces would move the hash tag, and glob characters would have to be escaped. */
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.:-]+");

    public RedisCacheOptions {
        if (!PREFIX.matcher(prefix).matches() || partitions < 1 || maxEntryBytes < 1) {
            throw new IllegalArgumentException("a prefix is made of letters, digits and _.:- and sizes are positive");
        }
        if (!leaseTime.isPositive() || !fenceTime.isPositive() || !floorTime.isPositive()
                || !generationTime.isPositive()) {
            throw new IllegalArgumentException("the times of a Redis cache are positive");
        }
    }

    public static RedisCacheOptions ofSchema(long fingerprint) {
        return new RedisCacheOptions(
                "lyceum:",
                1,
                fingerprint,
                4 << 20,
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofDays(2));
    }

    public RedisCacheOptions withPrefix(String other) {
        return new RedisCacheOptions(
                other, partitions, fingerprint, maxEntryBytes, leaseTime, fenceTime, floorTime, generationTime);
    }

    public RedisCacheOptions withPartitions(int count) {
        return new RedisCacheOptions(
                prefix, count, fingerprint, maxEntryBytes, leaseTime, fenceTime, floorTime, generationTime);
    }

    public RedisCacheOptions withTimes(Duration lease, Duration fence) {
        return new RedisCacheOptions(
                prefix, partitions, fingerprint, maxEntryBytes, lease, fence, floorTime, generationTime);
    }
}
