package lyceum.fake;

import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Fence;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import org.jspecify.annotations.Nullable;

/** All that a tier knows of one key. While a fence stands, the entry is kept for a lift but not shown. */
final class KeyState {

    private final Claims claims;
    private @Nullable CacheEntry entry;

    KeyState() {
        this(new Claims(), null);
    }

    private KeyState(Claims claims, @Nullable CacheEntry entry) {
        this.claims = claims;
        this.entry = entry;
    }

    KeyState copy() {
        return new KeyState(claims.copy(), entry);
    }

    /** Lets go of what its time has come for; to be called before anything else. */
    void pass(long now) {
        var hidden = claims.pass(now);
        if (entry != null && (hidden || now >= entry.staleUntil())) {
            entry = null;
        }
    }

    boolean isEmpty() {
        return entry == null && claims.isEmpty();
    }

    @Nullable
    CacheEntry kept() {
        return entry;
    }

    @Nullable
    CacheEntry hit(Demand demand, Rules rules, long now) {
        return good(shown(rules), demand, rules, now);
    }

    private @Nullable CacheEntry shown(Rules rules) {
        return entry == null || claims.fenced() ? null : rules.trust().asKnown(entry);
    }

    private static @Nullable CacheEntry good(@Nullable CacheEntry known, Demand demand, Rules rules, long now) {
        var good = known != null
                && now < known.freshUntil()
                && rules.trust().holds(known, now)
                && demand.metBy(known);
        return good ? known : null;
    }

    Lookup lookup(CacheKey key, Demand demand, Rules rules, long now) {
        var shown = shown(rules);
        var hit = good(shown, demand, rules, now);
        if (hit != null) {
            return new Lookup.Hit(hit);
        }
        var lease = claims.free() ? new Lease(key, claims.lease(rules.newToken(), now)) : null;
        if (shown != null) {
            return new Lookup.Stale(shown, lease);
        }
        return lease == null ? new Lookup.Busy() : new Lookup.Leased(lease);
    }

    boolean fill(String token, CacheEntry loaded, Rules rules) {
        var stood = release(token);
        return (stood || !rules.leases()) && !claims.fenced() && store(loaded);
    }

    boolean release(String token) {
        return claims.release(token);
    }

    boolean told(long version) {
        return claims.refuses(version);
    }

    private boolean store(CacheEntry newer) {
        if (claims.refuses(newer.version()) || (entry != null && entry.version() > newer.version())) {
            return false;
        }
        entry = newer;
        return true;
    }

    /** The write behind a fence that still stands may have committed, so what was before it must not come back. */
    Fence fence(CacheKey key, Rules rules, long now) {
        var fence = new Fence(key, rules.newToken());
        if (rules.fences()) {
            if (claims.fenced()) {
                entry = null;
            }
            claims.fence(fence.token(), now);
        }
        return fence;
    }

    boolean publish(String token, CacheEntry committed, Rules rules, long now) {
        var admitted = claims.endFence(token) || !rules.fences();
        var stored = admitted && store(committed);
        invalidate(committed.version() - 1, now);
        return stored;
    }

    boolean lift(String token) {
        return claims.endFence(token);
    }

    /** @return whether it was news */
    boolean invalidate(long version, long now) {
        claims.voidLease();
        removeUpTo(version);
        return claims.obsolete(version, now);
    }

    /** Makes everything there is unreachable, a load or a write under way included. */
    void end() {
        entry = null;
        claims.voidLease();
        claims.voidPublication();
    }

    void endTag(Rules rules) {
        if (rules.generations()) {
            end();
        } else {
            removeEntry();
        }
    }

    boolean removeEntry() {
        return removeUpTo(Long.MAX_VALUE);
    }

    /** What a fence hid is gone with it, for it may be obsolete. */
    boolean forgetClaims() {
        return claims.forget() && removeEntry();
    }

    private boolean removeUpTo(long version) {
        var removed = entry != null && entry.version() <= version;
        if (removed) {
            entry = null;
        }
        return removed;
    }
}
