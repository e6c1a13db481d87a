package lyceum.fake;

import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import org.jspecify.annotations.Nullable;

/** All that a tier knows of one key. While a fence stands, the entry is kept for a lift but not shown. */
final class KeyState {

    private static final long NO_FLOOR = Long.MIN_VALUE;

    private @Nullable CacheEntry entry;
    private @Nullable String lease;
    private long leaseUntil;
    private @Nullable String fence;
    private long fenceUntil;
    private boolean fenceMayStore;
    private long floor = NO_FLOOR;
    private long floorUntil;

    /** Lets go of what its time has come for; to be called before anything else. */
    void pass(long now) {
        if (fence != null && now >= fenceUntil) {
            fence = null;
            entry = null;
        }
        if (now >= leaseUntil) {
            lease = null;
        }
        if (entry != null && now >= entry.staleUntil()) {
            entry = null;
        }
        if (now >= floorUntil) {
            floor = NO_FLOOR;
        }
    }

    boolean isEmpty() {
        return entry == null && lease == null && fence == null && floor == NO_FLOOR;
    }

    @Nullable
    CacheEntry kept() {
        return entry;
    }

    @Nullable
    CacheEntry shown() {
        return fence == null ? entry : null;
    }

    Lookup lookup(CacheKey key, String token, long now, long until) {
        var shown = shown();
        if (shown != null && now < shown.freshUntil()) {
            return new Lookup.Hit(shown);
        }
        var given = lease == null && fence == null ? new Lease(key, token) : null;
        if (given != null) {
            lease = token;
            leaseUntil = until;
        }
        if (shown != null) {
            return new Lookup.Stale(shown, given);
        }
        return given == null ? new Lookup.Busy() : new Lookup.Leased(given);
    }

    boolean fill(String token, CacheEntry loaded) {
        return release(token) && store(loaded);
    }

    boolean release(String token) {
        var held = token.equals(lease);
        if (held) {
            lease = null;
        }
        return held;
    }

    private boolean store(CacheEntry newer) {
        if (newer.version() < floor || (entry != null && entry.version() > newer.version())) {
            return false;
        }
        entry = newer;
        return true;
    }

    /** The write behind a fence that still stands may have committed, so what was before it must not come back. */
    void fence(String token, long until) {
        if (fence != null) {
            entry = null;
        }
        lease = null;
        fence = token;
        fenceUntil = until;
        fenceMayStore = true;
    }

    boolean publish(String token, CacheEntry committed, long guardUntil) {
        var mine = token.equals(fence);
        var stored = mine && fenceMayStore && store(committed);
        if (mine) {
            fence = null;
        }
        lease = null;
        removeUpTo(committed.version() - 1);
        raiseFloor(committed.version(), guardUntil);
        return stored;
    }

    void lift(String token) {
        if (token.equals(fence)) {
            fence = null;
        }
    }

    void invalidate(long version, long guardUntil) {
        lease = null;
        removeUpTo(version);
        if (version == Long.MAX_VALUE) {
            fenceMayStore = false;
        } else {
            raiseFloor(version, guardUntil);
        }
    }

    private void removeUpTo(long version) {
        if (entry != null && entry.version() <= version) {
            entry = null;
        }
    }

    private void raiseFloor(long version, long until) {
        floor = Math.max(floor, version);
        floorUntil = until;
    }
}
