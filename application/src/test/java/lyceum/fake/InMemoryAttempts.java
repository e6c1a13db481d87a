package lyceum.fake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Attempts;

/** Counts in a map. All processes may share one. */
public final class InMemoryAttempts implements Attempts {

    private final InstantSource clock;
    private final Map<String, Counted> counts = new HashMap<>();
    private boolean away;

    private record Counted(long count, long last, long until) {}

    public InMemoryAttempts(InstantSource clock) {
        this.clock = clock;
    }

    /** From now on it cannot be asked, until it can again. */
    public synchronized void away(boolean away) {
        this.away = away;
    }

    /** Everything it counted is gone. */
    public synchronized void loseEverything() {
        counts.clear();
    }

    /** All that it holds readable. */
    public synchronized Set<String> names() {
        return Set.copyOf(counts.keySet());
    }

    @Override
    public synchronized Tally of(String name) {
        present();
        var now = clock.millis();
        var known = counts.get(name);
        return known == null || now >= known.until
                ? Tally.NONE
                : new Tally(known.count, Duration.ofMillis(now - known.last));
    }

    @Override
    public synchronized Tally add(String name, Duration memory) {
        var count = of(name).count() + 1;
        var now = clock.millis();
        counts.put(name, new Counted(count, now, now + memory.toMillis()));
        return new Tally(count, Duration.ZERO);
    }

    @Override
    public synchronized void clear(String name) {
        present();
        counts.remove(name);
    }

    private void present() {
        if (away) {
            throw new AccountsUnavailable(new IllegalStateException("away"));
        }
    }
}
