package lyceum.fake;

import org.jspecify.annotations.Nullable;

/** What stands between a key and those who would store under it: a lease or a fence, and what was told of late. */
final class Claims {

    private static final long NONE = Long.MIN_VALUE;

    private @Nullable String lease;
    private long leaseUntil;
    private @Nullable String fence;
    private long fenceUntil;
    private boolean mayStore;

    /** The newest version known to be obsolete. */
    private long floor = NONE;
    private long floorUntil;

    Claims copy() {
        var copy = new Claims();
        copy.lease = lease;
        copy.leaseUntil = leaseUntil;
        copy.fence = fence;
        copy.fenceUntil = fenceUntil;
        copy.mayStore = mayStore;
        copy.floor = floor;
        copy.floorUntil = floorUntil;
        return copy;
    }

    /** @return whether a fence has expired, which takes with it what it hid */
    boolean pass(long now) {
        var expired = fence != null && now >= fenceUntil;
        if (expired) {
            fence = null;
        }
        if (now >= leaseUntil) {
            lease = null;
        }
        if (now >= floorUntil) {
            floor = NONE;
        }
        return expired;
    }

    boolean isEmpty() {
        return lease == null && fence == null && floor == NONE;
    }

    boolean free() {
        return lease == null && fence == null;
    }

    boolean fenced() {
        return fence != null;
    }

    boolean refuses(long version) {
        return version <= floor;
    }

    String lease(String token, long now) {
        lease = token;
        leaseUntil = now + InMemoryCacheTier.LEASE_TIME.toMillis();
        return token;
    }

    boolean release(String token) {
        var held = token.equals(lease);
        if (held) {
            lease = null;
        }
        return held;
    }

    void voidLease() {
        lease = null;
    }

    void fence(String token, long now) {
        lease = null;
        fence = token;
        fenceUntil = now + InMemoryCacheTier.FENCE_TIME.toMillis();
        mayStore = true;
    }

    /** @return whether it stood and would have let its write be stored */
    boolean endFence(String token) {
        var stood = token.equals(fence);
        if (stood) {
            fence = null;
        }
        return stood && mayStore;
    }

    void voidPublication() {
        mayStore = false;
    }

    /** @return whether it was news */
    boolean obsolete(long version, long now) {
        var news = version > floor;
        if (version == Long.MAX_VALUE) {
            voidPublication();
        } else {
            floor = Math.max(floor, version);
            floorUntil = now + InMemoryCacheTier.MEMORY.toMillis();
        }
        return news;
    }

    /** @return whether a fence stood */
    boolean forget() {
        var fenced = fence != null;
        lease = null;
        fence = null;
        floor = NONE;
        return fenced;
    }
}
