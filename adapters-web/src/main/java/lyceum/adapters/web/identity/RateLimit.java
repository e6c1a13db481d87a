package lyceum.adapters.web.identity;

import java.time.Duration;
import java.util.Map;
import lyceum.application.identity.LoginThrottle;
import lyceum.application.identity.RegistrationThrottle;

/** What is told about how often something may be tried (draft-ietf-httpapi-ratelimit-headers). */
enum RateLimit {
    LOGIN("login", LoginThrottle.FREE, LoginThrottle.MEMORY),
    REGISTER("register", RegistrationThrottle.FREE, RegistrationThrottle.MEMORY);

    private final String policy;
    private final long free;
    private final Duration memory;

    RateLimit(String policy, long free, Duration memory) {
        this.policy = policy;
        this.free = free;
        this.memory = memory;
    }

    /** Nothing is counted. */
    Map<String, String> headers() {
        return headers(free, Duration.ZERO);
    }

    /** @param pause how long it lasts until there is another; as long as some are left, that is how long they are counted */
    Map<String, String> headers(long left, Duration pause) {
        var reset = seconds(left > 0 ? memory : pause);
        return Map.of(
                "RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(policy, free, memory.toSeconds()),
                "RateLimit", "\"%s\";r=%d;t=%d".formatted(policy, left, reset));
    }

    /** Rounded up, so that whoever waits so long has waited long enough. */
    static long seconds(Duration time) {
        return Math.max(1, time.plusMillis(999).toSeconds());
    }
}
