package lyceum.adapters.caffeine;

import java.util.concurrent.atomic.AtomicLong;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Fence;

/** The steps of a write, fence and publish or lift, and the invalidation of a key. */
final class Writes {

    private final Locks locks;
    private final Cells cells;
    private final Guards guards;
    private final Generations generations;
    private final long fenceMillis;
    private final AtomicLong tokens = new AtomicLong();

    Writes(Locks locks, Cells cells, Guards guards, Generations generations, long fenceMillis) {
        this.locks = locks;
        this.cells = cells;
        this.guards = guards;
        this.generations = generations;
        this.fenceMillis = fenceMillis;
    }

    /**
     * A write whose fence still stands may have committed; what that hid must not be brought back by another's lift.
     */
    Fence fence(CacheKey key) {
        return locks.step(key, now -> {
            var until = now + fenceMillis;
            var guard = guards.get(key, now);
            if (guard.claim() instanceof Guard.Fenced) {
                cells.removeUpTo(Long.MAX_VALUE, key, now);
            } else {
                cells.hide(key, until, now);
            }
            var token = Long.toString(tokens.incrementAndGet());
            guards.put(key, guard.claimed(new Guard.Fenced(token, generations.of(key.tags()), until, true)));
            return new Fence(key, token);
        });
    }

    boolean publish(Fence fence, CacheEntry entry) {
        return locks.step(fence.key(), now -> publish(fence, entry, now));
    }

    /** The floor is raised even for another's fence, which then stores nothing older than this. */
    private boolean publish(Fence fence, CacheEntry entry, long now) {
        var key = fence.key();
        var guard = guards.get(key, now);
        var fenced = guard.fencedAs(fence.token());
        cells.removeUpTo(entry.version() - 1, key, now);
        if (fenced == null) {
            guards.put(key, guard.withoutLease().raised(entry.version(), now + fenceMillis));
            return false;
        }
        var stored = fenced.admits() && cells.store(key, new Cell(entry, fenced.under()), guard.floor(), now);
        cells.show(key, now);
        guards.put(key, guard.free().raised(entry.version(), now + fenceMillis));
        return stored;
    }

    boolean lift(Fence fence) {
        return locks.step(fence.key(), now -> {
            var guard = guards.get(fence.key(), now);
            var stood = guard.fencedAs(fence.token()) != null;
            if (stood) {
                cells.show(fence.key(), now);
                guards.put(fence.key(), guard.free());
            }
            return stood;
        });
    }

    /** @return whether an entry went */
    boolean invalidate(CacheKey key, long version) {
        return locks.step(key, now -> {
            var guard = guards.get(key, now).withoutLease();
            var whatever = version == Long.MAX_VALUE;
            guards.put(key, whatever ? guard.withoutStoring() : guard.raised(version, now + fenceMillis));
            return cells.removeUpTo(version, key, now);
        });
    }
}
