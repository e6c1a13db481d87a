package lyceum.adapters.redis;

import static java.util.concurrent.CompletableFuture.completedStage;

import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Fence;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.Tag;
import lyceum.domain.cache.TierStats;
import lyceum.domain.cache.TierUnavailable;
import org.jspecify.annotations.Nullable;

/** The tier that all processes share. The package tells its protocol. */
final class RedisCacheTier implements CacheTier {

    static final String NAME = "redis";

    private final RedisLink link;
    private final CellKeys keys;
    private final CellReader reader;
    private final CellWriter writer;
    private final Partitions partitions;

    RedisCacheTier(RedisLink link, RedisCacheOptions options, InstantSource clock) {
        var envelope = new Envelope(options.fingerprint(), options.maxEntryBytes());
        var calls = new ScriptCalls(new CacheScripts(options), options);
        this.link = link;
        this.keys = new CellKeys(options);
        this.reader = new CellReader(calls, envelope, clock, options.believed());
        this.writer = new CellWriter(calls, envelope, clock);
        this.partitions = new Partitions(keys, calls, new PartitionCalls(options), clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public @Nullable CacheEntry peek(CacheKey key) {
        return null;
    }

    @Override
    public CompletionStage<Lookup> lookup(CacheKey key, Demand demand) {
        return ask(session -> reader.lookup(session, key, keys.of(key), demand));
    }

    /** One read per key, sent without waiting for each other. */
    @Override
    public CompletionStage<Map<CacheKey, Lookup>> lookupAll(Collection<CacheKey> wanted) {
        CompletionStage<Map<CacheKey, Lookup>> all = completedStage(new HashMap<>());
        for (var key : new HashSet<>(wanted)) {
            all = all.thenCombine(lookup(key), (found, one) -> {
                found.put(key, one);
                return found;
            });
        }
        return all;
    }

    @Override
    public CompletionStage<Boolean> fill(Lease lease, CacheEntry entry) {
        return ask(session -> writer.fill(session, keys.of(lease.key()), lease, entry));
    }

    @Override
    public CompletionStage<Void> release(Lease lease) {
        return ask(session -> writer.release(session, keys.of(lease.key()), lease));
    }

    @Override
    public CompletionStage<Fence> fence(CacheKey key) {
        return ask(session -> writer.fence(session, key, keys.of(key)));
    }

    @Override
    public CompletionStage<Boolean> publish(Fence fence, CacheEntry entry) {
        return ask(session -> writer.publish(session, keys.of(fence.key()), fence, entry));
    }

    @Override
    public CompletionStage<Void> lift(Fence fence) {
        return ask(session -> writer.lift(session, keys.of(fence.key()), fence));
    }

    @Override
    public CompletionStage<Boolean> invalidate(CacheKey key, long version) {
        return ask(session -> writer.invalidate(session, keys.of(key), key, version));
    }

    @Override
    public CompletionStage<Boolean> told(CacheKey key, long version) {
        return ask(session -> writer.told(session, keys.of(key), version));
    }

    @Override
    public CompletionStage<Void> invalidateTags(Set<Tag> tags) {
        return tags.isEmpty() ? completedStage(null) : ask(session -> partitions.end(session, tags));
    }

    @Override
    public CompletionStage<Long> invalidatePrefix(String prefix) {
        return CellKeys.startsCell(prefix)
                ? ask(session -> partitions.sweep(session, prefix))
                : completedStage(0L);
    }

    @Override
    public CompletionStage<Void> clear() {
        return ask(partitions::clear);
    }

    @Override
    public CompletionStage<Void> confirm(long from, long until) {
        return ask(session -> partitions.confirm(session, from, until));
    }

    @Override
    public CompletionStage<Long> confirmedUntil() {
        return ask(partitions::confirmedUntil);
    }

    @Override
    public CompletionStage<TierStats> stats() {
        return ask(session -> session.commands()
                .dbsize()
                .thenCombine(session.commands().info(), (size, info) -> ServerInfo.parse(info).stats(size)));
    }

    private <T> CompletionStage<T> ask(Function<Session, CompletionStage<T>> question) {
        return link.ask(question, failure -> new TierUnavailable(NAME, failure));
    }
}
