package lyceum.adapters.caffeine;

import java.time.Duration;
import java.util.List;

/**
 * What the tier in this process may take.
 *
 * @param bytes what the entries may weigh together
 * @param absences how many keys may be remembered as absent
 * @param leaseTime how long a load may take to be stored
 * @param fenceTime how long a write may take to be published
 * @param memory how long it is remembered which version of a key is obsolete; no shorter than entries are believed
 */
public record CaffeineLimits(long bytes, long absences, Duration leaseTime, Duration fenceTime, Duration memory) {

    private static final long DEFAULT_ABSENCES = 10_000;

    public CaffeineLimits {
        var times = List.of(leaseTime, fenceTime, memory);
        if (bytes <= 0 || absences <= 0 || !times.stream().allMatch(Duration::isPositive)) {
            throw new IllegalArgumentException("the limits of a tier are positive");
        }
    }

    public static CaffeineLimits ofBytes(long bytes) {
        return new CaffeineLimits(
                bytes, DEFAULT_ABSENCES, Duration.ofSeconds(10), Duration.ofSeconds(2), Duration.ofSeconds(5));
    }
}
