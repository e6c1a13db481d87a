package lyceum.adapters.web.identity;

import java.util.Map;
import lyceum.application.identity.SignInOutcome;

/** What is told about how often a password may be tried. */
final class LoginLimits {

    private LoginLimits() {}

    static Map<String, String> headers(SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.SignedIn _ -> RateLimit.LOGIN.headers();
            case SignInOutcome.Denied(var left, var pause) -> RateLimit.LOGIN.headers(left, pause);
            case SignInOutcome.TooMany(var pause) -> RateLimit.LOGIN.headers(0, pause);
        };
    }
}
