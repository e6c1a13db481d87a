package lyceum.application.cache;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.CacheStatistics.Event;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Lease;
import org.jspecify.annotations.Nullable;

/**
 * The way back up: the leases that one read was given on its way down, and the fills under them, farthest tier first. A
 * tier that refuses its fill has seen something newer, so the nearer tiers are then not filled either: nothing may be
 * cached near that was refused far. A tier that cannot answer is passed over.
 */
final class Ascent {

    private final Core core;
    private final List<CacheTier> tiers;
    private final CacheKey key;
    private final Trail trail;
    private final @Nullable Lease[] leases;

    Ascent(Core core, CacheKey key, Trail trail) {
        this.core = core;
        this.tiers = core.policy().tiers();
        this.key = key;
        this.trail = trail;
        this.leases = new Lease[tiers.size()];
    }

    void keep(int index, @Nullable Lease lease) {
        leases[index] = lease;
    }

    /** Fills the tiers nearer than the index; the answer is there when all that can be filled are. */
    CompletionStage<Answer> from(int index, CacheEntry entry) {
        core.seen(key, entry.version());
        return fillBelow(index, entry);
    }

    private CompletionStage<Answer> fillBelow(int index, CacheEntry entry) {
        for (var next = index - 1; next >= 0; next--) {
            var lease = leases[next];
            if (lease != null) {
                return fill(next, lease, entry);
            }
        }
        return CompletableFuture.completedStage(trail.leadsTo(entry));
    }

    private CompletionStage<Answer> fill(int index, Lease lease, CacheEntry entry) {
        leases[index] = null;
        return tiers.get(index)
                .fill(lease, entry)
                .handle((stored, failure) -> failure != null ? unavailable(index) : settled(index, stored))
                .thenCompose(goOn -> fillBelow(goOn ? index : 0, entry));
    }

    private boolean unavailable(int index) {
        trail.counted(tiers.get(index).name(), Event.UNAVAILABLE);
        return true;
    }

    private boolean settled(int index, boolean stored) {
        if (stored) {
            trail.stored(tiers.get(index).name());
        } else {
            trail.counted(tiers.get(index).name(), Event.REFUSED);
            giveBack();
        }
        return stored;
    }

    /** Gives every lease back that was not used. */
    void giveBack() {
        for (var i = 0; i < leases.length; i++) {
            var lease = leases[i];
            if (lease != null) {
                leases[i] = null;
                var _ = tiers.get(i).release(lease);
            }
        }
    }
}
