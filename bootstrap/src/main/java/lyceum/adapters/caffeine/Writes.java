package lyceum.adapters.caffeine;

import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Fence;
import lyceum.domain.cache.Mechanism;
import org.jspecify.annotations.Nullable;

/** The steps of a write, fence and publish or lift, and the invalidation of a key. */
final class Writes {

    private final Locks locks;
    private final Cells cells;
    private final Guards guards;
    private final Generations generations;
    private final long fenceMillis;
    private final long memoryMillis;
    private final boolean needFences;
    private final AtomicLong tokens = new AtomicLong();

    Writes(
            Locks locks,
            Cells cells,
            Guards guards,
            Generations generations,
            CaffeineLimits limits,
            Set<Mechanism> off) {
        this.locks = locks;
        this.cells = cells;
        this.guards = guards;
        this.generations = generations;
        this.fenceMillis = limits.fenceTime().toMillis();
        this.memoryMillis = limits.memory().toMillis();
        this.needFences = !off.contains(Mechanism.FENCES);
    }

    Fence fence(CacheKey key) {
        var fence = new Fence(key, Long.toString(tokens.incrementAndGet()));
        return needFences ? locks.step(key, now -> raise(fence, now)) : fence;
    }

    /**
     * A write whose fence still stands may have committed; what that hid must not be brought back by another's lift.
     */
    private Fence raise(Fence fence, long now) {
        var key = fence.key();
        var until = now + fenceMillis;
        var guard = guards.get(key, now);
        if (guard.isFenced()) {
            cells.removeUpTo(Long.MAX_VALUE, key, now);
        } else {
            cells.hide(key, until, now);
        }
        guards.put(key, guard.claimed(new Guard.Fenced(fence.token(), generations.ofClaim(key), until, true)));
        return fence;
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
        var stored = admits(fenced) && cells.store(key, new Cell(entry, under(fenced, key)), guard.floor(), now);
        if (fenced != null) {
            cells.show(key, now);
        }
        var left = fenced == null ? guard.withoutLease() : guard.free();
        guards.put(key, left.raised(entry.version() - 1, now + memoryMillis));
        return stored;
    }

    private boolean admits(Guard.@Nullable Fenced fenced) {
        return fenced == null ? !needFences : fenced.admits();
    }

    private Generations.Snapshot under(Guard.@Nullable Fenced fenced, CacheKey key) {
        return generations.ofEntry(key, fenced == null ? generations.ofClaim(key) : fenced.under());
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

    /** @return whether it was news */
    boolean invalidate(CacheKey key, long version) {
        return locks.step(key, now -> {
            var news = !told(key, version, now);
            obsolete(key, version, now);
            return news;
        });
    }

    boolean told(CacheKey key, long version) {
        return locks.step(key, now -> told(key, version, now));
    }

    private boolean told(CacheKey key, long version, long now) {
        return version <= guards.get(key, now).floor();
    }

    /** @return whether an entry went */
    boolean remove(CacheKey key) {
        return locks.step(key, now -> obsolete(key, Long.MAX_VALUE, now));
    }

    private boolean obsolete(CacheKey key, long version, long now) {
        var guard = guards.get(key, now).withoutLease();
        var whatever = version == Long.MAX_VALUE;
        guards.put(key, whatever ? guard.withoutStoring() : guard.raised(version, now + memoryMillis));
        return cells.removeUpTo(version, key, now);
    }
}
