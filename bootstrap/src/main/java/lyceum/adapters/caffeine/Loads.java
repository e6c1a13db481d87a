package lyceum.adapters.caffeine;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.Trust;
import org.jspecify.annotations.Nullable;

/** The steps of a load: lookup, fill, release. */
final class Loads {

    private static final Lookup BUSY = new Lookup.Busy();

    private final Locks locks;
    private final Cells cells;
    private final Guards guards;
    private final Generations generations;
    private final Trust trust;
    private final long leaseMillis;
    private final boolean needLeases;
    private final AtomicLong tokens = new AtomicLong();

    Loads(
            Locks locks,
            Cells cells,
            Guards guards,
            Generations generations,
            Trust trust,
            long leaseMillis,
            Set<Mechanism> off) {
        this.locks = locks;
        this.cells = cells;
        this.guards = guards;
        this.generations = generations;
        this.trust = trust;
        this.leaseMillis = leaseMillis;
        this.needLeases = !off.contains(Mechanism.LEASES);
    }

    @Nullable
    CacheEntry peek(CacheKey key, long now) {
        var cell = cells.get(key);
        return cell != null && good(cell, cell.entry(), now) ? cell.entry() : null;
    }

    /**
     * Whether the cell is believed is read before whether it still counts. A confirmation is noted after the changes that
     * it vouches for, so whoever sees it sees what they ended.
     */
    private boolean good(Cell cell, CacheEntry known, long now) {
        return now < known.freshUntil() && trust.holds(known, now) && cell.shownAt(now);
    }

    /** @param now for a first look without the lock */
    Lookup lookup(CacheKey key, Demand demand, long now) {
        var hit = hit(cells.get(key), demand, now);
        return hit == null ? locks.step(key, later -> locked(key, demand, later)) : hit;
    }

    private @Nullable Lookup hit(@Nullable Cell cell, Demand demand, long now) {
        if (cell == null) {
            return null;
        }
        var known = trust.asKnown(cell.entry());
        return demand.metBy(known) && good(cell, known, now) ? new Lookup.Hit(known) : null;
    }

    private Lookup locked(CacheKey key, Demand demand, long now) {
        var cell = cells.get(key);
        var hit = hit(cell, demand, now);
        if (hit != null) {
            return hit;
        }
        var guard = guards.get(key, now);
        var lease = guard.claim() == null ? lease(key, guard, now) : null;
        var known = cell == null ? null : trust.asKnown(cell.entry());
        if (cell != null && known != null && cell.shownAt(now)) {
            return new Lookup.Stale(known, lease);
        }
        return lease == null ? BUSY : new Lookup.Leased(lease);
    }

    private Lease lease(CacheKey key, Guard guard, long now) {
        var token = Long.toString(tokens.incrementAndGet());
        guards.put(key, guard.claimed(new Guard.Leased(token, generations.ofClaim(key), now + leaseMillis)));
        return new Lease(key, token);
    }

    boolean fill(Lease lease, CacheEntry entry) {
        var key = lease.key();
        return locks.step(key, now -> {
            var guard = guards.get(key, now);
            var leased = guard.leasedAs(lease.token());
            if (leased == null) {
                return !needLeases && storeWithout(guard, key, entry, now);
            }
            var cell = new Cell(entry, generations.ofEntry(key, leased.under()));
            var stored = cells.store(key, cell, guard.floor(), now);
            guards.put(key, guard.free());
            return stored;
        });
    }

    /** With leases switched off. */
    private boolean storeWithout(Guard guard, CacheKey key, CacheEntry entry, long now) {
        var cell = new Cell(entry, generations.ofEntry(key, generations.ofClaim(key)));
        return !guard.isFenced() && cells.store(key, cell, guard.floor(), now);
    }

    boolean release(Lease lease) {
        return locks.step(lease.key(), now -> {
            var guard = guards.get(lease.key(), now);
            var stood = guard.leasedAs(lease.token()) != null;
            if (stood) {
                guards.put(lease.key(), guard.free());
            }
            return stood;
        });
    }
}
