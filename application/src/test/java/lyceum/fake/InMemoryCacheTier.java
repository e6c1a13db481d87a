package lyceum.fake;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Fence;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.Tag;
import lyceum.domain.cache.TierStats;
import org.jspecify.annotations.Nullable;

/** A tier in one map under one monitor; every stage it returns is already completed. */
public final class InMemoryCacheTier implements CacheTier {

    public static final Duration LEASE_TIME = Duration.ofSeconds(5);
    public static final Duration FENCE_TIME = Duration.ofSeconds(2);

    /** For how long it remembers what it was told. */
    public static final Duration MEMORY = Duration.ofSeconds(5);

    private final String name;
    private final boolean remote;
    private final Rules rules;
    private final KeyStates states;

    InMemoryCacheTier(String name, boolean remote, Rules rules, KeyStates states) {
        this.name = name;
        this.remote = remote;
        this.rules = rules;
        this.states = states;
    }

    private static InMemoryCacheTier of(
            String name, boolean remote, InstantSource clock, Rules rules, @Nullable InMemoryChangeLog log) {
        return new InMemoryCacheTier(name, remote, rules, new KeyStates(clock, rules, log));
    }

    /** One that believes what it has. */
    public static InMemoryCacheTier local(String name, InstantSource clock) {
        return of(name, false, clock, new Rules(null, Set.of()), null);
    }

    public static InMemoryCacheTier local(String name, InstantSource clock, Duration bound, Set<Mechanism> off) {
        return of(name, false, clock, new Rules(bound, off), null);
    }

    /** One that stands for a server: it answers no peek. */
    public static InMemoryCacheTier remote(String name, InstantSource clock) {
        return of(name, true, clock, new Rules(null, Set.of()), null);
    }

    public static InMemoryCacheTier remote(
            String name, InstantSource clock, Duration bound, InMemoryChangeLog log, Set<Mechanism> off) {
        return of(name, true, clock, new Rules(bound, off), log);
    }

    public Accidents accidents() {
        return new Accidents(states);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public @Nullable CacheEntry peek(CacheKey key) {
        return remote ? null : states.on(key, (state, now) -> state.hit(Demand.FRESH, rules, now));
    }

    @Override
    public CompletionStage<Lookup> lookup(CacheKey key, Demand demand) {
        return done(states.on(key, (state, now) -> state.lookup(key, demand, rules, now)));
    }

    @Override
    public CompletionStage<Map<CacheKey, Lookup>> lookupAll(Collection<CacheKey> keys) {
        var answers = new LinkedHashMap<CacheKey, Lookup>();
        keys.forEach(key -> answers.computeIfAbsent(
                key, each -> states.on(each, (state, now) -> state.lookup(each, Demand.FRESH, rules, now))));
        return done(answers);
    }

    @Override
    public CompletionStage<Boolean> fill(Lease lease, CacheEntry entry) {
        return done(states.on(lease.key(), (state, _) -> state.fill(lease.token(), entry, rules)));
    }

    @Override
    public CompletionStage<Void> release(Lease lease) {
        states.on(lease.key(), (state, _) -> state.release(lease.token()));
        return done();
    }

    @Override
    public CompletionStage<Fence> fence(CacheKey key) {
        return done(states.on(key, (state, now) -> state.fence(key, rules, now)));
    }

    @Override
    public CompletionStage<Boolean> publish(Fence fence, CacheEntry entry) {
        return done(states.on(fence.key(), (state, now) -> {
            states.announce(new Announcement.Obsolete(fence.key(), entry.version() - 1));
            return state.publish(fence.token(), entry, rules, now);
        }));
    }

    @Override
    public CompletionStage<Void> lift(Fence fence) {
        states.on(fence.key(), (state, _) -> state.lift(fence.token()));
        return done();
    }

    @Override
    public CompletionStage<Boolean> invalidate(CacheKey key, long version) {
        return done(states.on(key, (state, now) -> {
            var news = state.invalidate(version, now);
            if (news) {
                states.announce(new Announcement.Obsolete(key, version));
            }
            return news;
        }));
    }

    @Override
    public CompletionStage<Boolean> told(CacheKey key, long version) {
        return done(states.on(key, (state, _) -> state.told(version)));
    }

    @Override
    public CompletionStage<Void> invalidateTags(Set<Tag> tags) {
        if (!tags.isEmpty()) {
            states.end(key -> key.fallsWith(tags), state -> state.endTag(rules), new Announcement.TagsEnded(tags));
        }
        return done();
    }

    @Override
    public CompletionStage<Long> invalidatePrefix(String prefix) {
        return done(states.end(
                key -> key.text().startsWith(prefix), KeyState::end, new Announcement.PrefixRemoved(prefix)));
    }

    @Override
    public CompletionStage<Void> clear() {
        states.end(_ -> true, KeyState::end, new Announcement.Cleared());
        return done();
    }

    @Override
    public CompletionStage<Void> confirm(long from, long until) {
        states.confirm(from, until);
        return done();
    }

    @Override
    public CompletionStage<Long> confirmedUntil() {
        return done(rules.trust().horizon());
    }

    @Override
    public CompletionStage<TierStats> stats() {
        return done(states.stats());
    }

    private <T> CompletionStage<T> done(T value) {
        states.wakeReaders();
        return CompletableFuture.completedStage(value);
    }

    private CompletionStage<Void> done() {
        states.wakeReaders();
        return CompletableFuture.completedStage(null);
    }
}
