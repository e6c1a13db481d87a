package lyceum.adapters.redis;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import lyceum.domain.cache.Mechanism;
import org.jspecify.annotations.Nullable;

/**
 * How the cache is kept in Redis. Processes that share a cache agree on prefix and partitions.
 *
 * @param prefix what the names of all keys begin with
 * @param partitions into how many hash slots the keys are spread; 1 unless Redis is a cluster
 * @param fingerprint of the schema of what is cached: an entry of another fingerprint is a miss
 * @param maxEntryBytes what is larger is not stored
 * @param logLength about how many records a change log holds; a reader that falls back further starts anew
 * @param off the mechanisms that a test does without
 */
public record RedisCacheOptions(
        String prefix,
        int partitions,
        long fingerprint,
        int maxEntryBytes,
        int logLength,
        Times times,
        Set<Mechanism> off) {

    /** Braces would move the hash tag, and glob characters would have to be escaped. */
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.:-]+");

    /**
     * @param lease how long a load may take before another caller may load too
     * @param fence how long a write may take before its key may be filled again
     * @param floor how long fills older than an invalidation or a publication are refused, and another one that tells no
     *     more is no news. Leases already refuse the loads that began before it; the floor is for a load that began later
     *     and read from a database replica that lags
     * @param generation how long an unused epoch, tag generation, log or confirmation is remembered
     * @param staleness how long an entry is believed from the later of its load and the last confirmation; null: for ever
     * @param confirmation a confirmation that is less of an advance changes nothing, so that many processes do not fill
     *     the log
     */
    public record Times(
            Duration lease,
            Duration fence,
            Duration floor,
            Duration generation,
            @Nullable Duration staleness,
            Duration confirmation) {

        private static final Times DEFAULT = new Times(
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofDays(2),
                null,
                Duration.ofMillis(100));

        public Times {
            if (!lease.isPositive() || !fence.isPositive() || !floor.isPositive() || !generation.isPositive()
                    || (staleness != null && !staleness.isPositive()) || confirmation.isNegative()) {
                throw new IllegalArgumentException("the times of a Redis cache are positive");
            }
        }
    }

    public RedisCacheOptions {
        if (!PREFIX.matcher(prefix).matches() || partitions < 1 || maxEntryBytes < 1 || logLength < 1) {
            throw new IllegalArgumentException("a prefix is made of letters, digits and _.:- and sizes are positive");
        }
        off = Set.copyOf(off);
    }

    public static RedisCacheOptions ofSchema(long fingerprint) {
        return new RedisCacheOptions("lyceum:", 1, fingerprint, 4 << 20, 10_000, Times.DEFAULT, Set.of());
    }

    public RedisCacheOptions withPrefix(String other) {
        return new RedisCacheOptions(other, partitions, fingerprint, maxEntryBytes, logLength, times, off);
    }

    public RedisCacheOptions withPartitions(int count) {
        return new RedisCacheOptions(prefix, count, fingerprint, maxEntryBytes, logLength, times, off);
    }

    public RedisCacheOptions withLogLength(int length) {
        return new RedisCacheOptions(prefix, partitions, fingerprint, maxEntryBytes, length, times, off);
    }

    public RedisCacheOptions without(Set<Mechanism> mechanisms) {
        return new RedisCacheOptions(prefix, partitions, fingerprint, maxEntryBytes, logLength, times, mechanisms);
    }

    public RedisCacheOptions withTimes(Duration lease, Duration fence) {
        return with(new Times(
                lease, fence, times.floor, times.generation, times.staleness, times.confirmation));
    }

    public RedisCacheOptions withStaleness(@Nullable Duration staleness) {
        return with(new Times(
                times.lease, times.fence, times.floor, times.generation, staleness, times.confirmation));
    }

    public RedisCacheOptions withConfirmation(Duration confirmation) {
        return with(new Times(
                times.lease, times.fence, times.floor, times.generation, times.staleness, confirmation));
    }

    private RedisCacheOptions with(Times other) {
        return new RedisCacheOptions(prefix, partitions, fingerprint, maxEntryBytes, logLength, other, off);
    }

    boolean has(Mechanism mechanism) {
        return !off.contains(mechanism);
    }

    /** Null: for ever. */
    @Nullable
    Duration believed() {
        return has(Mechanism.TRUST) ? times.staleness : null;
    }
}
