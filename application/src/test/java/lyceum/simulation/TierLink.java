package lyceum.simulation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Fence;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.Tag;
import lyceum.domain.cache.TierStats;
import org.jspecify.annotations.Nullable;

/** The shared tier as one instance sees it: over the network, in times of its own clock. */
final class TierLink implements CacheTier {

    private final CacheTier server;
    private final Host client;
    private final Network network;
    private final Translation times;

    TierLink(CacheTier server, Host client, Network network, Translation times) {
        this.server = server;
        this.client = client;
        this.network = network;
        this.times = times;
    }

    private <T> CompletionStage<T> send(Op op, @Nullable Object subject, Supplier<CompletionStage<T>> work) {
        return network.call(client, op, subject, work);
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public @Nullable CacheEntry peek(CacheKey key) {
        return null;
    }

    @Override
    public CompletionStage<Lookup> lookup(CacheKey key, Demand demand) {
        return send(Op.LOOKUP, key, () -> server.lookup(key, times.toServer(demand))).thenApply(this::translated);
    }

    private Lookup translated(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Hit(var entry) -> new Lookup.Hit(times.toClient(entry));
            case Lookup.Stale(var entry, var lease) -> new Lookup.Stale(times.toClient(entry), lease);
            case Lookup.Leased leased -> leased;
            case Lookup.Busy busy -> busy;
        };
    }

    @Override
    public CompletionStage<Map<CacheKey, Lookup>> lookupAll(Collection<CacheKey> keys) {
        return send(Op.LOOKUP_ALL, keys, () -> server.lookupAll(keys)).thenApply(found -> {
            var answers = new LinkedHashMap<CacheKey, Lookup>();
            found.forEach((key, lookup) -> answers.put(key, translated(lookup)));
            return answers;
        });
    }

    @Override
    public CompletionStage<Boolean> fill(Lease lease, CacheEntry entry) {
        return send(Op.FILL, entry, () -> server.fill(lease, times.toServer(entry)));
    }

    @Override
    public CompletionStage<Void> release(Lease lease) {
        return send(Op.RELEASE, lease, () -> server.release(lease));
    }

    @Override
    public CompletionStage<Fence> fence(CacheKey key) {
        return send(Op.FENCE, key, () -> server.fence(key));
    }

    @Override
    public CompletionStage<Boolean> publish(Fence fence, CacheEntry entry) {
        return send(Op.PUBLISH, entry, () -> server.publish(fence, times.toServer(entry)));
    }

    @Override
    public CompletionStage<Void> lift(Fence fence) {
        return send(Op.LIFT, fence, () -> server.lift(fence));
    }

    @Override
    public CompletionStage<Boolean> invalidate(CacheKey key, long version) {
        return send(Op.INVALIDATE, new Versioned(key, version), () -> server.invalidate(key, version));
    }

    @Override
    public CompletionStage<Boolean> told(CacheKey key, long version) {
        return send(Op.TOLD, new Versioned(key, version), () -> server.told(key, version));
    }

    /** For the timeline. */
    private record Versioned(CacheKey key, long version) {}

    @Override
    public CompletionStage<Void> invalidateTags(Set<Tag> tags) {
        return send(Op.INVALIDATE_TAGS, tags, () -> server.invalidateTags(tags));
    }

    @Override
    public CompletionStage<Long> invalidatePrefix(String prefix) {
        return send(Op.INVALIDATE_PREFIX, prefix, () -> server.invalidatePrefix(prefix));
    }

    @Override
    public CompletionStage<Void> clear() {
        return send(Op.CLEAR, null, server::clear);
    }

    /** Both moments err to the safe side: nothing missed begins later, and what is confirmed ends earlier. */
    @Override
    public CompletionStage<Void> confirm(long from, long until) {
        return send(
                Op.CONFIRM, until, () -> server.confirm(times.toServerLate(from), times.toServerEarly(until)));
    }

    @Override
    public CompletionStage<Long> confirmedUntil() {
        return send(Op.CONFIRMED_UNTIL, null, server::confirmedUntil).thenApply(times::toClientEarly);
    }

    @Override
    public CompletionStage<TierStats> stats() {
        return send(Op.STATS, null, server::stats);
    }
}
