package lyceum.application.cache;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.Predicate;
import lyceum.application.cache.CacheStatistics.Event;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.Tag;

/**
 * Makes what is cached obsolete, farthest tier first, and then takes the loads off the board that began before: a near tier
 * cleared first could be filled again from a far one that still has the old entry. Each method completes when every tier
 * has; a tier that could not be reached does not stop the others, and whoever guards it settles the debt later.
 */
public final class Invalidation {

    private final Core core;
    private final Policy policy;

    Invalidation(Core core) {
        this.core = core;
        this.policy = core.policy();
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

    /** Does to one tier what was announced of a farther one. */
    public CompletionStage<Void> apply(CacheTier tier, Announcement announcement) {
        return switch (announcement) {
            case Announcement.Obsolete(var key, var version) ->
                at(tier, each -> each.invalidate(key, version).thenAccept(_ -> {}), key::equals);
            case Announcement.TagsEnded(var tags) ->
                at(tier, each -> each.invalidateTags(tags), key -> key.fallsWith(tags));
            case Announcement.PrefixRemoved(var prefix) ->
                at(tier, each -> each.invalidatePrefix(prefix).thenAccept(_ -> {}),
                        key -> key.text().startsWith(prefix));
            case Announcement.Cleared() -> at(tier, CacheTier::clear, _ -> true);
            case Announcement.Confirmed(var until) -> tier.confirm(Long.MIN_VALUE, until);
        };
    }

    /**
     * Tells one tier that a version has been written by somebody.
     *
     * @param version {@link Long#MAX_VALUE} if unknown
     * @param lists ended as well if the tier had not heard of it, or cannot say: then it may not have heard of the lists that
     *     changed either
     */
    public CompletionStage<Void> written(CacheTier tier, CacheKey key, long version, Set<Tag> lists) {
        var obsolete = version == Long.MAX_VALUE ? version : version - 1;
        return tier.told(key, obsolete)
                .exceptionally(_ -> false)
                .thenCompose(told -> told ? Stages.DONE : tell(tier, key, obsolete, lists))
                .thenRun(() -> core.ground(each -> each.equals(key) || each.fallsWith(lists)));
    }

    /**
     * Lists first: once a tier has been told of a version nobody ends its lists any more, so who dies in between, or cannot
     * end them, must not have told it.
     */
    private static CompletionStage<Void> tell(CacheTier tier, CacheKey key, long obsolete, Set<Tag> lists) {
        return tier.invalidateTags(lists)
                .handle((_, failure) -> failure == null ? obsolete : Long.MAX_VALUE)
                .thenCompose(version -> tier.invalidate(key, version))
                .thenAccept(_ -> {});
    }

    private CompletionStage<Void> at(
            CacheTier tier, Function<CacheTier, CompletionStage<Void>> step, Predicate<CacheKey> concerned) {
        return step.apply(tier).thenRun(() -> core.ground(concerned));
    }

    /** Does one thing to every tier, farthest first, and grounds the loads of the keys concerned. */
    CompletionStage<Void> everywhere(
            Function<CacheTier, CompletionStage<Void>> step, Predicate<CacheKey> concerned) {
        var inOrder = new ArrayList<>(policy.tiers());
        return Stages.inTurn(
                policy.has(Mechanism.FAR_FIRST) ? inOrder.reversed() : inOrder,
                tier -> step.apply(tier).exceptionally(_ -> null))
                .thenRun(() -> core.ground(concerned));
    }
}
