package lyceum.application.identity;

import java.time.Duration;
import lyceum.domain.identity.User;

/** What comes of wanting an account. */
public sealed interface RegistrationOutcome {

    /**
     * @param left how many more times this address may want one before there is a pause
     * @param pause before the next time; zero as long as more are left
     */
    record Opened(User user, long left, Duration pause) implements RegistrationOutcome {}

    /** There is an account with the e-mail address; the rest is as when one was opened. */
    record Taken(long left, Duration pause) implements RegistrationOutcome {}

    /** There were too many from the same address; after the pause there may be another. */
    record TooMany(Duration pause) implements RegistrationOutcome {}
}
