package lyceum.application.cache;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Fence;
import lyceum.domain.cache.Tag;

/**
 * Invalidations that a tier could not be told of. Bounded: beyond the limit they become one debt, to clear the tier.
 *
 * <p>All state is guarded by the monitor; no tier is called while it is held.
 */
final class Debts {

    private static final int LIMIT = 1_000;

    /** One thing to tell a tier; equal keys and tags are one debt. */
    private sealed interface Debt {
        record OfKey(CacheKey key) implements Debt {}

        /** A publication: the old entry must go, and the fence with it. */
        record OfFence(Fence fence) implements Debt {}

        record OfTag(Tag tag) implements Debt {}

        record OfEverything() implements Debt {}
    }

    /** Each debt with the number of the moment it was (last) incurred. */
    private final Map<Debt, Long> owed = new LinkedHashMap<>();
    private long incurred;

    synchronized void owe(CacheKey key) {
        owe(new Debt.OfKey(key));
    }

    synchronized void owe(Fence fence) {
        owe(new Debt.OfFence(fence));
    }

    synchronized void owe(Set<Tag> tags) {
        tags.forEach(tag -> owe(new Debt.OfTag(tag)));
    }

    synchronized void oweEverything() {
        owed.clear();
        owe(new Debt.OfEverything());
    }

    private void owe(Debt debt) {
        owed.put(debt, ++incurred);
        if (owed.size() > LIMIT) {
            oweEverything();
        }
    }

    synchronized boolean none() {
        return owed.isEmpty();
    }

    /** Tells the tier everything owed; what is incurred again meanwhile stays owed. */
    CompletionStage<Void> pay(CacheTier tier) {
        var paid = new ArrayList<CompletionStage<?>>();
        for (var entry : snapshot()) {
            paid.add(tell(tier, entry.getKey()).thenRun(() -> settle(entry)));
        }
        return Stages.all(paid);
    }

    private static CompletionStage<Void> tell(CacheTier tier, Debt debt) {
        return switch (debt) {
            case Debt.OfKey(var key) -> tier.invalidate(key, Long.MAX_VALUE).thenAccept(_ -> {});
            case Debt.OfFence(var fence) ->
                tier.invalidate(fence.key(), Long.MAX_VALUE).thenCompose(_ -> tier.lift(fence));
            case Debt.OfTag(var tag) -> tier.invalidateTags(Set.of(tag));
            case Debt.OfEverything() -> tier.clear();
        };
    }

    private synchronized List<Map.Entry<Debt, Long>> snapshot() {
        return List.copyOf(owed.entrySet());
    }

    private synchronized void settle(Map.Entry<Debt, Long> entry) {
        owed.remove(entry.getKey(), entry.getValue());
    }
}
