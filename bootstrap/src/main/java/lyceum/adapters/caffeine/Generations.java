package lyceum.adapters.caffeine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.Tag;

/**
 * The generation that each tag is in, and the one that all keys share. A generation is an object rather than a
 * number: what was leased under it refers to it, and sees in one volatile read that it is over. Nothing refers to the
 * current generation of a tag but what was leased under it, so the map holds it weakly: tags that nothing carries any
 * more cost nothing, and ending them is nothing to do.
 */
final class Generations {

    private static final class Generation {
        private volatile boolean over;
    }

    /** The generations a key was in at one moment. */
    static final class Snapshot {

        private final Generation[] generations;

        private Snapshot(Generation[] generations) {
            this.generations = generations;
        }

        /** Whether none is over. */
        boolean current() {
            for (var generation : generations) {
                if (generation.over) {
                    return false;
                }
            }
            return true;
        }
    }

    private final Cache<Tag, Generation> ofTags =
            Caffeine.newBuilder().weakValues().build();
    private final AtomicReference<Generation> ofAll = new AtomicReference<>(new Generation());
    private final boolean endClaims;

    Generations(Set<Mechanism> off) {
        this.endClaims = !off.contains(Mechanism.GENERATIONS);
    }

    /** What a lease or a fence falls with. */
    Snapshot ofClaim(CacheKey key) {
        return of(endClaims ? key.tags() : Set.of());
    }

    /** What an entry falls with that is stored under a claim: what ended since the claim was made has ended it already. */
    Snapshot ofEntry(CacheKey key, Snapshot ofClaim) {
        return endClaims ? ofClaim : of(key.tags());
    }

    private Snapshot of(Set<Tag> tags) {
        var generations = new Generation[tags.size() + 1];
        generations[0] = ofAll.get();
        var next = 1;
        for (var tag : tags) {
            generations[next++] = ofTags.get(tag, _ -> new Generation());
        }
        return new Snapshot(generations);
    }

    /** One at a time: whoever finds nothing to end because another took it must not return before it is over. */
    synchronized void end(Set<Tag> tags) {
        for (var tag : tags) {
            var ended = ofTags.asMap().remove(tag);
            if (ended != null) {
                ended.over = true;
            }
        }
    }

    synchronized void endAll() {
        ofAll.getAndSet(new Generation()).over = true;
    }
}
