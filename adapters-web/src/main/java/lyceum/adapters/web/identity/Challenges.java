package lyceum.adapters.web.identity;

import java.time.Duration;
import lyceum.adapters.web.problem.Problem;
import lyceum.adapters.web.problem.ProblemType;

/** Refusals of bearer tokens, with the error codes of RFC 6750. */
final class Challenges {

    private static final String HEADER = "WWW-Authenticate";
    private static final String BEARER = "Bearer realm=\"lyceum\"";

    private Challenges() {}

    static Problem noToken() {
        return Problem.of(ProblemType.UNAUTHORIZED).with(HEADER, BEARER);
    }

    static Problem invalidToken() {
        return Problem.of(ProblemType.UNAUTHORIZED, "The access token is invalid or has expired.")
                .with(HEADER, BEARER + ", error=\"invalid_token\"");
    }

    static Problem invalidRefreshToken() {
        return Problem.of(ProblemType.UNAUTHORIZED, "The refresh token is invalid, has expired or was used before.")
                .with(HEADER, BEARER + ", error=\"invalid_token\"");
    }

    /** Whoever is told so may try again after the pause. */
    static Problem tooMany(String what, Duration pause) {
        return Problem.of(ProblemType.TOO_MANY_REQUESTS, "There were too many " + what + "; wait a little.")
                .with("Retry-After", Long.toString(RateLimit.seconds(pause)));
    }

    /** Which of the two is wrong is not told. */
    static Problem wrongPassword() {
        return Problem.of(ProblemType.UNAUTHORIZED, "There is no such account, or the password is not its own.")
                .with(HEADER, BEARER);
    }
}
