package lyceum.fake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Fence;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.Tag;
import lyceum.domain.cache.TierStats;
import org.jspecify.annotations.Nullable;

/** A tier in one map under one monitor; every stage it returns is already completed. */
public final class InMemoryCacheTier implements CacheTier {

    public static final Duration LEASE_TIME = Duration.ofSeconds(5);
    public static final Duration FENCE_TIME = Duration.ofSeconds(2);

    private final String name;
    private final boolean remote;
    private final KeyStates states;

    private InMemoryCacheTier(String name, boolean remote, InstantSource clock) {
        this.name = name;
        this.remote = remote;
        this.states = new KeyStates(clock);
    }

    public static InMemoryCacheTier local(String name, InstantSource clock) {
        return new InMemoryCacheTier(name, false, clock);
    }

    /** One that stands for a server: it answers no peek. */
    public static InMemoryCacheTier remote(String name, InstantSource clock) {
        return new InMemoryCacheTier(name, true, clock);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable CacheEntry peek(CacheKey key) {
        return remote ? null : states.on(key, KeyState::shown);
    }

    @Override
    public CompletionStage<Lookup> lookup(CacheKey key) {
        return done(look(key));
    }

    @Override
    public CompletionStage<Map<CacheKey, Lookup>> lookupAll(Collection<CacheKey> keys) {
        var answers = new LinkedHashMap<CacheKey, Lookup>();
        keys.forEach(key -> answers.computeIfAbsent(key, this::look));
        return done(answers);
    }

    private Lookup look(CacheKey key) {
        return states.on(key, state -> state.lookup(key, states.newToken(), states.now(), states.after(LEASE_TIME)));
    }

    @Override
    public CompletionStage<Boolean> fill(Lease lease, CacheEntry entry) {
        return done(states.on(lease.key(), state -> state.fill(lease.token(), entry)));
    }

    @Override
    public CompletionStage<Void> release(Lease lease) {
        states.change(lease.key(), state -> state.release(lease.token()));
        return done();
    }

    @Override
    public CompletionStage<Fence> fence(CacheKey key) {
        var fence = new Fence(key, states.newToken());
        states.change(key, state -> state.fence(fence.token(), states.after(FENCE_TIME)));
        return done(fence);
    }

    @Override
    public CompletionStage<Boolean> publish(Fence fence, CacheEntry entry) {
        return done(states.on(fence.key(), state -> state.publish(fence.token(), entry, states.after(FENCE_TIME))));
    }

    @Override
    public CompletionStage<Void> lift(Fence fence) {
        states.change(fence.key(), state -> state.lift(fence.token()));
        return done();
    }

    @Override
    public CompletionStage<Void> invalidate(CacheKey key, long version) {
        states.change(key, state -> state.invalidate(version, states.after(FENCE_TIME)));
        return done();
    }

    @Override
    public CompletionStage<Void> invalidateTags(Set<Tag> tags) {
        states.forget(key -> !Collections.disjoint(key.tags(), tags));
        return done();
    }

    @Override
    public CompletionStage<Long> invalidatePrefix(String prefix) {
        return done(states.forget(key -> key.text().startsWith(prefix)));
    }

    @Override
    public CompletionStage<Void> clear() {
        states.forget(_ -> true);
        return done();
    }

    @Override
    public CompletionStage<TierStats> stats() {
        return done(states.stats());
    }

    private static <T> CompletionStage<T> done(T value) {
        return CompletableFuture.completedStage(value);
    }

    private static CompletionStage<Void> done() {
        return CompletableFuture.completedStage(null);
    }
}
