package lyceum.adapters.web.identity;

import java.time.Duration;
import java.util.Map;
import lyceum.application.identity.LoginThrottle;
import lyceum.application.identity.SignInOutcome;

/** What is told about how often a password may be tried (draft-ietf-httpapi-ratelimit-headers). */
final class LoginLimits {

    private static final String POLICY =
            "\"login\";q=%d;w=%d".formatted(LoginThrottle.FREE, LoginThrottle.MEMORY.toSeconds());

    private LoginLimits() {}

    static Map<String, String> headers(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.SignedIn _ -> headers(LoginThrottle.FREE, LoginThrottle.MEMORY);
            case SignInOutcome.Denied(var left) -> headers(left, LoginThrottle.MEMORY);
            case SignInOutcome.TooMany(var pause) -> headers(0, pause);
        };
    }

    private static Map<String, String> headers(long left, Duration reset) {
        return Map.of("RateLimit-Policy", POLICY, "RateLimit", "\"login\";r=%d;t=%d".formatted(left, seconds(reset)));
    }

    /** Rounded up, so that whoever waits so long has waited long enough. */
    static long seconds(Duration time) {
        return Math.max(1, time.plusMillis(999).toSeconds());
    }
}
