package lyceum.application.cache;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import lyceum.application.cache.CacheStatistics.Event;
import lyceum.application.cache.Step.Outcome;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Reads through any number of tiers, and writes that keep them right: the door of the caching policy.
 *
 * <p>{@link #peek} answers on the caller's thread from the nearest tier. {@link #read} goes down the tiers to the source:
 * once per key however many ask at a time. {@link #write} fences, commits, publishes; when it completes, every read that
 * starts afterwards in this process sees what was written or something newer.
 */
public final class TieredCache {

    private record Question(CacheKey key, ReadOptions options) {}

    private final Policy policy;
    private final SingleFlight<Question, Answer> flights = new SingleFlight<>();
    private final Invalidation invalidation;
    private final @Nullable CacheTier near;
    private final List<Step> hitNear;

    public TieredCache(Policy policy) {
        this.policy = policy;
        this.invalidation = new Invalidation(policy, keys -> flights.ground(question -> keys.test(question.key())));
        this.near = policy.tiers().isEmpty() ? null : policy.tiers().getFirst();
        this.hitNear = near == null ? List.of() : List.of(new Step(near.name(), Outcome.HIT, false));
    }

    /** The answer, if the nearest tier has a fresh one in this process; null otherwise. Never blocks. */
    public @Nullable Answer peek(CacheKey key) {
        var entry = near == null ? null : near.peek(key);
        if (near == null || entry == null || Freshness.of(entry, policy.clock().millis()) != Freshness.FRESH) {
            return null;
        }
        policy.statistics().count(near.name(), key.kind(), Event.HIT);
        return new Answer(entry, hitNear, false);
    }

    public CompletionStage<Answer> read(CacheKey key, Loader loader) {
        return read(key, ReadOptions.DEFAULT, loader);
    }

    /** The answer from the nearest tier that has one, else from the loader; every tier passed on the way is filled. */
    public CompletionStage<Answer> read(CacheKey key, ReadOptions options, Loader loader) {
        var answer = near == null || options.skipped().contains(near.name()) ? null : peek(key);
        if (answer != null) {
            return CompletableFuture.completedStage(answer);
        }
        var seat = flights.board(new Question(key, options), () -> new Descent(policy, key, options, loader).from(0));
        return seat.shared() ? seat.landing().thenApply(Answer::shared) : seat.landing();
    }

    /** Answers for many keys: one round trip per tier and one to the source for all that are not near. */
    public CompletionStage<Map<CacheKey, Answer>> readAll(Collection<CacheKey> keys, Loader.Bulk loader) {
        return new BulkDescent(policy, loader, key -> read(key, loader)).of(Set.copyOf(keys));
    }

    /**
     * Runs a write so that no tier keeps anything older: the keys are fenced, the commit runs, and what it answers is
     * published, farthest tier first. If the commit fails its outcome is unknown, and everything it may have changed is
     * invalidated.
     *
     * @param keys every key whose content the commit may change
     * @param tags every tag under which lists may change
     */
    public <T> CompletionStage<T> write(
            Set<CacheKey> keys, Set<Tag> tags, Supplier<CompletionStage<Committed<T>>> commit) {
        return new WriteThrough<T>(policy, invalidation, keys, tags).run(commit);
    }

    public Invalidation invalidation() {
        return invalidation;
    }

    public List<CacheTier> tiers() {
        return policy.tiers();
    }

    public CacheStatistics statistics() {
        return policy.statistics();
    }
}
