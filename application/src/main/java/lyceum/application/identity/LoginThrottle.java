package lyceum.application.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import lyceum.domain.identity.Attempts;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHasher;

/**
 * Lets passwords be tried only so often. Failures are counted for each pair of an account and an address, for each address, and
 * for each account, whether there is such an account or not. After the free ones each failure begins a pause: 1 s, 2 s, 4 s and
 * so on up to 60 s. Nothing is tried in a pause, and what is refused is not counted. An hour after the last failure all are
 * forgotten. A pair is <em>known</em> for 30 days after somebody signed in to the account from the address.
 *
 * <ul>
 *   <li>A pair has 10 free failures. A success clears it.
 *   <li>An address has 100 free failures, over all accounts. It stops no known pair, so nobody behind the same address can keep
 *       those out who have been there. A success does not clear it, for whoever tries many accounts may own one.
 *   <li>An account pauses nobody. The more failures it had from anywhere beyond 100, the fewer are free to a pair that is not
 *       known: one fewer with every 10, down to 1. It is never less: what others do cannot make somebody's first right
 *       password wait, and known pairs have all of theirs. Nor does a success clear it, for the attack may go on.
 * </ul>
 *
 * So an account cannot be locked from outside: each address pauses itself. What it takes to make the owner of an account wait
 * is to try this account at the owner's own address.
 *
 * <p>All processes count together, and each remembers what it counted itself. It asks the others once on arrival, and decides
 * at the last moment, when it is an attempt's turn to be hashed: by then it knows what came of all before it, so of a crowd of
 * attempts at once no more get past the free ones than are hashed at the same time, while a crowd with the right password
 * all get in. No turn is held while others are asked or told. If they cannot be, this process goes on by what it counted.
 */
public final class LoginThrottle {

    /** How long after the last failure they are forgotten. */
    public static final Duration MEMORY = Duration.ofHours(1);

    private static final Duration ACQUAINTANCE = Duration.ofDays(30);

    /** Failures of a pair that have no consequence. */
    public static final long FREE = 10;

    private static final long FREE_TO_ADDRESS = 100;
    private static final long CALM = 100;
    private static final long STEP = 10;

    /** Some 200 bytes each. */
    static final int REMEMBERED = 100_000;

    /** What came of an attempt. */
    public sealed interface Outcome {

        record Right() implements Outcome {}

        /**
         * @param left how many more failures of this pair are free; none in a pause
         * @param pause before the next attempt; zero as long as more are free
         */
        record Wrong(long left, Duration pause) implements Outcome {}

        /** Nothing was tried. */
        record TooMany(Duration pause) implements Outcome {}
    }

    private final PasswordHasher hasher;
    private final Tallies failures;

    /** Apart, so that no flood of failures drives it out. */
    private final Tallies successes;

    private final byte[] secret;

    /**
     * @param secret the same for all processes, of at least 32 bytes
     * @param clock which is never set back
     */
    public LoginThrottle(PasswordHasher hasher, Attempts attempts, byte[] secret, InstantSource clock) {
        this.hasher = hasher;
        this.failures = new Tallies(attempts, MEMORY, REMEMBERED, clock);
        this.successes = new Tallies(attempts, ACQUAINTANCE, REMEMBERED, clock);
        this.secret = secret.clone();
    }

    /**
     * Tries a password, unless too many were tried in vain.
     *
     * @param address of the network; of IPv6 the first 64 bits alone, for the rest is anybody's to choose
     * @param password whether it is the right one; asked at most once, in a turn of the hasher
     */
    Outcome attempt(Email email, String address, BooleanSupplier password) {
        var names = AttemptNames.of(secret, email, address);
        Tallies.ifPossible(() -> ask(names));
        var pause = pause(names);
        if (pause.isPositive()) {
            return new Outcome.TooMany(pause);
        }
        Outcome outcome = hasher.inTurn(() -> tried(names, password));
        Tallies.ifPossible(() -> tell(names, outcome));
        return outcome;
    }

    private void ask(AttemptNames names) {
        successes.ask(names.known());
        failures.ask(names.pair());
        if (!isKnown(names)) {
            failures.ask(names.address());
            failures.ask(names.account());
        }
    }

    private boolean isKnown(AttemptNames names) {
        return successes.of(names.known()).count() > 0;
    }

    private Duration pause(AttemptNames names) {
        var pair = failures.of(names.pair());
        if (isKnown(names)) {
            return Pauses.left(pair, FREE);
        }
        var own = Pauses.left(pair, free(names));
        var neighbours = Pauses.left(failures.of(names.address()), FREE_TO_ADDRESS);
        return own.compareTo(neighbours) > 0 ? own : neighbours;
    }

    /** To a pair that is not known. */
    private long free(AttemptNames names) {
        var beyond = failures.of(names.account()).count() - CALM;
        return Math.clamp(FREE - beyond / STEP, 1, FREE);
    }

    private long left(AttemptNames names) {
        var free = isKnown(names) ? FREE : free(names);
        return Math.max(0, free - failures.of(names.pair()).count());
    }

    private Outcome tried(AttemptNames names, BooleanSupplier password) {
        var pause = pause(names);
        if (pause.isPositive()) {
            return new Outcome.TooMany(pause);
        }
        if (password.getAsBoolean()) {
            failures.forget(names.pair());
            successes.count(names.known());
            return new Outcome.Right();
        }
        names.failed().forEach(failures::count);
        var next = pause(names);
        return new Outcome.Wrong(next.isPositive() ? 0 : left(names), next);
    }

    private void tell(AttemptNames names, Outcome outcome) {
        switch (outcome) {
            case Outcome.Right _ -> {
                failures.clear(names.pair());
                successes.tell(names.known());
            }
            case Outcome.Wrong _ -> names.failed().forEach(failures::tell);
            case Outcome.TooMany _ -> {
            }
        }
    }
}
