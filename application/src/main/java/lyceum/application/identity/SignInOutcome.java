package lyceum.application.identity;

import java.time.Duration;

/** What comes of a password. */
public sealed interface SignInOutcome {

    record SignedIn(TokenPair tokens) implements SignInOutcome {}

    /**
     * There is no such account, or it is not active, or the password is not its own: which of them is not told.
     *
     * @param left how many more times this may happen before there is a pause
     * @param pause before the next attempt; zero as long as more are left
     */
    record Denied(long left, Duration pause) implements SignInOutcome {

        /** Nothing was counted. */
        static final Denied FREELY = new Denied(LoginThrottle.FREE, Duration.ZERO);
    }

    /** There were too many attempts, and nothing was tried; after the pause there may be another. */
    record TooMany(Duration pause) implements SignInOutcome {}
}
