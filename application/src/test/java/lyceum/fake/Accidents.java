package lyceum.fake;

import java.util.Map;
import lyceum.domain.cache.CacheKey;

/** What may befall the memory of a tier, whenever a test says so. */
public final class Accidents {

    /** What a server had at one moment. */
    public static final class Snapshot {

        final Map<CacheKey, KeyState> states;
        final long horizon;
        final long logEnd;

        Snapshot(Map<CacheKey, KeyState> states, long horizon, long logEnd) {
            this.states = states;
            this.horizon = horizon;
            this.logEnd = logEnd;
        }
    }

    private final KeyStates states;

    Accidents(KeyStates states) {
        this.states = states;
    }

    /** The entry is dropped for want of room. */
    public void evict(CacheKey key) {
        states.on(key, (state, _) -> state.removeEntry());
    }

    /** Leases, fences and what was told of late are dropped for want of room. */
    public void forgetGuards(CacheKey key) {
        states.on(key, (state, _) -> state.forgetClaims());
    }

    /** What a server has now, as a replica or a file that gets no further. */
    public Snapshot snapshot() {
        return states.snapshot();
    }

    /** The server goes on from what it had then; a new epoch begins, unless epochs are switched off. */
    public void rollBack(Snapshot snapshot) {
        states.rollBack(snapshot);
        states.wakeReaders();
    }

    /** The server goes on from nothing; a new epoch begins, unless epochs are switched off. */
    public void loseEverything() {
        rollBack(new Snapshot(Map.of(), Long.MIN_VALUE, 0));
    }
}
