package lyceum.application.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import lyceum.application.cache.CacheStatistics.Event;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Tag;

/**
 * Makes what is cached obsolete, farthest tier first, and then takes the loads off the board that began before: a near tier
 * cleared first could be filled again from a far one that still has the old entry. Each method completes when every tier
 * has; a tier that could not be reached does not stop the others, and whoever guards it settles the debt later.
 */
public final class Invalidation {

    private final Policy policy;
    private final Consumer<Predicate<CacheKey>> ground;

    Invalidation(Policy policy, Consumer<Predicate<CacheKey>> ground) {
        this.policy = policy;
        this.ground = ground;
    }

    public CompletionStage<Void> keys(Collection<CacheKey> keys) {
        keys.forEach(key -> policy.tiers().forEach(tier -> policy.statistics()
                .count(tier.name(), key.kind(), Event.INVALIDATION)));
        return everywhere(
                tier -> Stages.settled(keys.stream()
                        .map(key -> tier.invalidate(key, Long.MAX_VALUE))
                        .toList()),
                keys::contains);
    }

    public CompletionStage<Void> tags(Set<Tag> tags) {
        return tags.isEmpty()
                ? CompletableFuture.completedStage(null)
                : everywhere(tier -> tier.invalidateTags(tags), key -> key.fallsWith(tags));
    }

    /** @return how many entries went, in all tiers together */
    public CompletionStage<Long> prefix(String prefix) {
        var removed = new LongAdder();
        return everywhere(
                tier -> tier.invalidatePrefix(prefix).thenAccept(removed::add),
                key -> key.text().startsWith(prefix))
                .thenApply(_ -> removed.sum());
    }

    public CompletionStage<Void> everything() {
        return everywhere(CacheTier::clear, _ -> true);
    }

    /** Does one thing to every tier, farthest first, and grounds the loads of the keys concerned. */
    CompletionStage<Void> everywhere(
            Function<CacheTier, CompletionStage<Void>> step, Predicate<CacheKey> concerned) {
        var farthestFirst = new ArrayList<>(policy.tiers()).reversed();
        return Stages.inTurn(farthestFirst, tier -> step.apply(tier).exceptionally(_ -> null))
                .thenRun(() -> ground.accept(concerned));
    }
}
