package lyceum.adapters.caffeine;

import org.jspecify.annotations.Nullable;

/**
 * What stands between a key and those who would store under it: a claim, a floor, both or neither.
 *
 * @param claim the one lease or fence that stands
 * @param floor the newest version known to be obsolete
 * @param floorUntil until when; then any late reader of an older state is done
 */
record Guard(@Nullable Claim claim, long floor, long floorUntil) implements Mortal {

    static final Guard NONE = new Guard(null, Long.MIN_VALUE, 0);

    sealed interface Claim {

        String token();

        /** The generations when the claim was made, and hence those of what is stored under it. */
        Generations.Snapshot under();

        long until();
    }

    record Leased(String token, Generations.Snapshot under, long until) implements Claim {}

    /** @param mayStore false once something unversioned was invalidated that the write may be older than */
    record Fenced(String token, Generations.Snapshot under, long until, boolean mayStore) implements Claim {

        boolean admits() {
            return mayStore && under.current();
        }
    }

    /** What of it still stands. A lease falls with its generations; a fence keeps refusing until its own end. */
    Guard at(long now) {
        var fallen = claim == null || now >= claim.until() || (claim instanceof Leased && !claim.under().current());
        var low = now >= floorUntil;
        return new Guard(fallen ? null : claim, low ? NONE.floor : floor, low ? 0 : floorUntil);
    }

    boolean isNone() {
        return claim == null && floorUntil == 0;
    }

    @Override
    public long until() {
        return Math.max(floorUntil, claim == null ? 0 : claim.until());
    }

    @Nullable
    Leased leasedAs(String token) {
        return claim instanceof Leased leased && leased.token().equals(token) ? leased : null;
    }

    @Nullable
    Fenced fencedAs(String token) {
        return claim instanceof Fenced fenced && fenced.token().equals(token) ? fenced : null;
    }

    boolean isFenced() {
        return claim instanceof Fenced;
    }

    Guard claimed(Claim by) {
        return new Guard(by, floor, floorUntil);
    }

    Guard free() {
        return new Guard(null, floor, floorUntil);
    }

    Guard withoutLease() {
        return claim instanceof Leased ? free() : this;
    }

    /** So that a write in progress, which may be older than what just happened, stores nothing. */
    Guard withoutStoring() {
        return claim instanceof Fenced fenced
                ? claimed(new Fenced(fenced.token(), fenced.under(), fenced.until(), false))
                : this;
    }

    Guard raised(long version, long until) {
        return new Guard(claim, Math.max(floor, version), Math.max(floorUntil, until));
    }
}
