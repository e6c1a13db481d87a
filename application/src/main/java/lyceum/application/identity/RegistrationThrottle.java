package lyceum.application.identity;

import java.time.Duration;
import java.time.InstantSource;
import lyceum.domain.identity.Attempts;

/**
 * Lets accounts be wanted only so often from one address: 1,000 times within an hour of each other, and then with the pauses of
 * {@link LoginThrottle}. Whether the account was opened makes no difference. What is refused is not counted.
 */
public final class RegistrationThrottle {

    /** How long after the last one all are forgotten. */
    public static final Duration MEMORY = LoginThrottle.MEMORY;

    /** A school may be behind one address. */
    public static final long FREE = 1_000;

    private final Tallies wanted;
    private final byte[] secret;

    /**
     * @param allowed whether this one may go on
     * @param left how many more are free
     * @param pause before the next; zero as long as more are free
     */
    record Answer(boolean allowed, long left, Duration pause) {}

    /**
     * @param secret the same for all processes, of at least 32 bytes
     * @param clock which is never set back
     */
    public RegistrationThrottle(Attempts attempts, byte[] secret, InstantSource clock) {
        this.wanted = new Tallies(attempts, MEMORY, LoginThrottle.REMEMBERED, clock);
        this.secret = secret.clone();
    }

    /** @param address of the network, as for {@link LoginThrottle} */
    Answer attempt(String address) {
        var name = AttemptNames.registrations(secret, address);
        Tallies.ifPossible(() -> wanted.ask(name));
        var answer = counted(name);
        if (answer.allowed) {
            Tallies.ifPossible(() -> wanted.tell(name));
        }
        return answer;
    }

    /** One after the other: of a crowd no more get on than are free. */
    private synchronized Answer counted(String name) {
        var pause = Pauses.left(wanted.of(name), FREE);
        if (pause.isPositive()) {
            return new Answer(false, 0, pause);
        }
        wanted.count(name);
        var now = wanted.of(name);
        return new Answer(true, Math.max(0, FREE - now.count()), Pauses.left(now, FREE));
    }
}
