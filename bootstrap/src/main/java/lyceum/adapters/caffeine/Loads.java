package lyceum.adapters.caffeine;

import java.util.concurrent.atomic.AtomicLong;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import org.jspecify.annotations.Nullable;

/** The steps of a load: lookup, fill, release. */
final class Loads {

    private static final Lookup BUSY = new Lookup.Busy();

    private final Locks locks;
    private final Cells cells;
    private final Guards guards;
    private final Generations generations;
    private final long leaseMillis;
    private final AtomicLong tokens = new AtomicLong();

    Loads(Locks locks, Cells cells, Guards guards, Generations generations, long leaseMillis) {
        this.locks = locks;
        this.cells = cells;
        this.guards = guards;
        this.generations = generations;
        this.leaseMillis = leaseMillis;
    }

    /** @param now for a first look without the lock */
    Lookup lookup(CacheKey key, long now) {
        var hit = hit(cells.get(key), now);
        return hit == null ? locks.step(key, later -> locked(key, later)) : hit;
    }

    private static @Nullable Lookup hit(@Nullable Cell cell, long now) {
        return cell != null && cell.shownAt(now) && now < cell.entry().freshUntil()
                ? new Lookup.Hit(cell.entry())
                : null;
    }

    private Lookup locked(CacheKey key, long now) {
        var cell = cells.get(key);
        var hit = hit(cell, now);
        if (hit != null) {
            return hit;
        }
        var guard = guards.get(key, now);
        var lease = guard.claim() == null ? lease(key, guard, now) : null;
        if (cell != null && cell.shownAt(now)) {
            return new Lookup.Stale(cell.entry(), lease);
        }
        return lease == null ? BUSY : new Lookup.Leased(lease);
    }

    private Lease lease(CacheKey key, Guard guard, long now) {
        var token = Long.toString(tokens.incrementAndGet());
        guards.put(key, guard.claimed(new Guard.Leased(token, generations.of(key.tags()), now + leaseMillis)));
        return new Lease(key, token);
    }

    boolean fill(Lease lease, CacheEntry entry) {
        var key = lease.key();
        return locks.step(key, now -> {
            var guard = guards.get(key, now);
            var leased = guard.leasedAs(lease.token());
            if (leased == null) {
                return false;
            }
            var stored = cells.store(key, new Cell(entry, leased.under()), guard.floor(), now);
            guards.put(key, guard.free());
            return stored;
        });
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
