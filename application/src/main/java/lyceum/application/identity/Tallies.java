package lyceum.application.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Objects;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Attempts;
import lyceum.domain.identity.Attempts.Tally;

/**
 * What this process knows of the tallies that all processes share: what it was told of them, and what it counted itself and
 * has not told yet, or could not. So it answers at any moment without asking, and goes on alone while nobody can be asked.
 *
 * <p>It has an end. What was counted or asked for least lately goes first, and costs no more than another question.
 */
final class Tallies {

    private final Attempts shared;
    private final Duration memory;
    private final int most;
    private final InstantSource clock;

    /** The least lately changed first; guarded by this. */
    private final LinkedHashMap<String, Known> all = new LinkedHashMap<>();

    /** @param last when one was counted last, in milliseconds of the clock */
    private record Known(long told, long untold, long last) {

        private static final Known NOTHING = new Known(0, 0, Long.MIN_VALUE);

        private long count() {
            return told + untold;
        }
    }

    /**
     * @param memory after which what was counted last is forgotten
     * @param most how many names are remembered here
     * @param clock which is never set back
     */
    Tallies(Attempts shared, Duration memory, int most, InstantSource clock) {
        this.shared = shared;
        this.memory = memory;
        this.most = most;
        this.clock = clock;
    }

    /** Asks or tells. If nobody can be asked or told, what is known here has to do. */
    static void ifPossible(Runnable work) {
        try {
            work.run();
        } catch (AccountsUnavailable away) {
            // It is asked or told again with the next.
        }
    }

    /** By what is known here. */
    Tally of(String name) {
        var known = known(name);
        return known.count() == 0
                ? Tally.NONE
                : new Tally(known.count(), Duration.ofMillis(Math.max(0, clock.millis() - known.last)));
    }

    /** Counts one more here. */
    synchronized void count(String name) {
        var known = known(name);
        put(name, new Known(known.told, known.untold + 1, clock.millis()));
    }

    /** Forgets here. */
    synchronized void forget(String name) {
        all.remove(name);
    }

    /** Asks what all processes know. */
    void ask(String name) {
        var before = known(name);
        var asked = clock.millis();
        learn(name, before, shared.of(name), asked);
    }

    /** Tells all processes of one that was counted here. */
    void tell(String name) {
        told(name, shared.add(name, memory));
    }

    /** Tells all processes to forget. */
    void clear(String name) {
        shared.clear(name);
    }

    private synchronized Known known(String name) {
        var known = all.get(name);
        return known == null || clock.millis() - known.last >= memory.toMillis() ? Known.NOTHING : known;
    }

    private synchronized void learn(String name, Known before, Tally tally, long asked) {
        if (!Objects.equals(known(name), before)) {
            // What was counted here meanwhile may be missing in the answer.
            return;
        }
        if (tally.count() > 0) {
            var last = asked - tally.sinceLast().toMillis();
            put(name, new Known(tally.count(), before.untold, before.untold > 0 ? Math.max(last, before.last) : last));
        } else if (before.untold > 0) {
            put(name, new Known(0, before.untold, before.last));
        } else {
            all.remove(name);
        }
    }

    private synchronized void told(String name, Tally tally) {
        var known = known(name);
        put(name, new Known(Math.max(known.told, tally.count()), Math.max(0, known.untold - 1), clock.millis()));
    }

    private void put(String name, Known known) {
        all.putLast(name, known);
        if (all.size() > most) {
            all.pollFirstEntry();
        }
    }
}
