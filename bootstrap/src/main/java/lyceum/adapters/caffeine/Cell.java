package lyceum.adapters.caffeine;

import lyceum.domain.cache.CacheEntry;

/** An entry as it is held. */
final class Cell implements Mortal {

    private static final long SHOWN = Long.MAX_VALUE;

    private final CacheEntry entry;

    /** The generations that its load or its write began in. */
    private final Generations.Snapshot under;

    /** When the fence that hides it takes it away; {@link #SHOWN} if none does. */
    private final long hiddenUntil;

    private volatile boolean gone;

    private Cell(CacheEntry entry, Generations.Snapshot under, long hiddenUntil) {
        this.entry = entry;
        this.under = under;
        this.hiddenUntil = hiddenUntil;
    }

    Cell(CacheEntry entry, Generations.Snapshot under) {
        this(entry, under, SHOWN);
    }

    CacheEntry entry() {
        return entry;
    }

    Cell hidden(long until) {
        return new Cell(entry, under, until);
    }

    Cell shown() {
        return new Cell(entry, under);
    }

    /**
     * To be called before it is removed: while Caffeine removes a cell its iterations pass over it already and its
     * reads still find it, so a search that met nothing would end before the reads do.
     */
    void leave() {
        gone = true;
    }

    @Override
    public long until() {
        return Math.min(entry.staleUntil(), hiddenUntil);
    }

    /** Whether it is there at all, be it hidden. */
    boolean keptAt(long now) {
        return now < until() && !gone && under.current();
    }

    boolean shownAt(long now) {
        return hiddenUntil == SHOWN && keptAt(now);
    }
}
