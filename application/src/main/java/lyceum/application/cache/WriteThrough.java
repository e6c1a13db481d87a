package lyceum.application.cache;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import lyceum.application.cache.CacheStatistics.Event;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Fence;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.Tag;
import org.jspecify.annotations.Nullable;

/**
 * One write: begin, commit, publish.
 *
 * <p>Begin puts a fence on each key in each tier, so that no load that reads the state before the commit can be stored. A
 * tier that cannot be reached gets no fence and, later, no publication, only an invalidation. A writer that dies after its
 * commit leaves fences that expire and take the old entries with them.
 */
final class WriteThrough<T> {

    private final Core core;
    private final Policy policy;
    private final Invalidation invalidation;
    private final Set<CacheKey> keys;
    private final Set<Tag> tags;
    private final Map<CacheTier, Map<CacheKey, Fence>> fences = new HashMap<>();
    private long committedAfter;

    WriteThrough(Core core, Invalidation invalidation, Set<CacheKey> keys, Set<Tag> tags) {
        this.core = core;
        this.policy = core.policy();
        this.invalidation = invalidation;
        this.keys = Set.copyOf(keys);
        this.tags = Set.copyOf(tags);
        policy.tiers().forEach(tier -> fences.put(tier, new ConcurrentHashMap<>()));
    }

    CompletionStage<T> run(Supplier<CompletionStage<Committed<T>>> commit) {
        return begin()
                .thenCompose(_ -> policy.has(Mechanism.PUBLICATION) ? Stages.DONE : obsolete())
                .thenCompose(_ -> commit(commit))
                .handle((committed, failure) -> failure == null ? end(committed) : undecided(failure))
                .thenCompose(next -> next);
    }

    private CompletionStage<Committed<T>> commit(Supplier<CompletionStage<Committed<T>>> commit) {
        committedAfter = policy.clock().millis();
        return commit.get();
    }

    private CompletionStage<Void> begin() {
        var raised = new ArrayList<CompletionStage<?>>();
        fences.forEach((tier, standing) -> keys.forEach(
                key -> raised.add(tier.fence(key).thenAccept(fence -> standing.put(key, fence)))));
        return Stages.settled(raised);
    }

    private CompletionStage<T> end(Committed<T> committed) {
        if (!committed.happened()) {
            return lift().thenApply(_ -> committed.result());
        }
        if (!policy.has(Mechanism.PUBLICATION)) {
            return lift().thenApply(_ -> committed.result());
        }
        var entries = new HashMap<CacheKey, CacheEntry>();
        committed.contents().forEach((key, content) -> entries.put(key, entry(key, content)));
        entries.forEach((key, entry) -> core.seen(key, entry.version()));
        var changedTags = committed.tags();
        return invalidation
                .everywhere(tier -> publish(tier, entries, changedTags),
                        key -> keys.contains(key) || key.fallsWith(changedTags))
                .thenApply(_ -> committed.result());
    }

    private CacheEntry entry(CacheKey key, Content content) {
        return policy.ttls().entry(key, new Loaded(content), ReadOptions.DEFAULT, committedAfter);
    }

    /**
     * Tags first: a tier that was told of a key's new version has then been told of the lists it is on, too. If it could not be
     * told of them it is told of no version either, so that whoever reads the change feed ends them.
     */
    private CompletionStage<Void> publish(CacheTier tier, Map<CacheKey, CacheEntry> entries, Set<Tag> changedTags) {
        var standing = fences.getOrDefault(tier, Map.of());
        var lists = changedTags.isEmpty() ? Stages.DONE : tier.invalidateTags(changedTags);
        return lists.handle((_, failure) -> failure == null ? entries : Map.<CacheKey, CacheEntry>of())
                .thenCompose(told -> Stages.settled(keys.stream()
                        .map(key -> publish(tier, key, told.get(key), standing.get(key)))
                        .toList()));
    }

    private CompletionStage<Void> publish(
            CacheTier tier, CacheKey key, @Nullable CacheEntry entry, @Nullable Fence fence) {
        if (entry != null && fence != null) {
            return tier.publish(fence, entry).thenAccept(stored -> policy.statistics()
                    .count(tier.name(), key.kind(), stored ? Event.FILL : Event.REFUSED));
        }
        var gone = tier.invalidate(key, entry == null ? Long.MAX_VALUE : entry.version() - 1);
        return gone.thenCompose(_ -> fence == null ? Stages.DONE : tier.lift(fence));
    }

    private CompletionStage<Void> lift() {
        List<CompletionStage<?>> lifted = new ArrayList<>();
        fences.forEach((tier, standing) -> standing.values().forEach(fence -> lifted.add(tier.lift(fence))));
        return Stages.settled(lifted);
    }

    private CompletionStage<Void> obsolete() {
        return invalidation.tags(tags).thenCompose(_ -> invalidation.keys(keys));
    }

    private CompletionStage<T> undecided(Throwable failure) {
        return obsolete()
                .thenCompose(_ -> lift())
                .thenCompose(_ -> CompletableFuture.failedStage(Failures.unwrap(failure)));
    }
}
