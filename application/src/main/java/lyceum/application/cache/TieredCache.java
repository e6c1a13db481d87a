package lyceum.application.cache;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import lyceum.application.cache.CacheStatistics.Event;
import lyceum.application.cache.Step.Outcome;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Reads through any number of tiers, and writes that keep them right: the door of the caching policy.
 *
 * <p>{@link #peek} answers on the caller's thread from the nearest tier. {@link #read} goes down the tiers to the source:
 * once per key however many ask at a time. {@link #write} fences, commits, publishes; when it completes, every read that
 * starts afterwards in this process sees what was written or something newer.
 *
 * <p>Whoever boards another's read must not get an answer that would not do for a read of his own: one that was known to be
 * current too long before he came is not for him, and he asks again.
 */
public final class TieredCache {

    /** @param demand null for what the options ask for */
    private record Question(CacheKey key, ReadOptions options, @Nullable Demand demand) {}

    private final Policy policy;
    private final Core core;
    private final SingleFlight<Question, Answer> flights = new SingleFlight<>();
    private final RefreshAhead ahead;
    private final Invalidation invalidation;
    private final @Nullable CacheTier near;
    private final List<Step> hitNear;

    public TieredCache(Policy policy) {
        this.policy = policy;
        this.core = new Core(policy, keys -> flights.ground(question -> keys.test(question.key())));
        this.ahead = new RefreshAhead(policy, core.source());
        this.invalidation = new Invalidation(core);
        this.near = policy.tiers().isEmpty() ? null : policy.tiers().getFirst();
        this.hitNear = near == null ? List.of() : List.of(new Step(near.name(), Outcome.HIT, false));
    }

    /** The answer, if the nearest tier has a fresh one in this process; null otherwise. Never blocks. */
    public @Nullable Answer peek(CacheKey key, Loader loader) {
        var entry = near == null ? null : near.peek(key);
        if (near == null || entry == null || core.outdated(key, entry.version())) {
            return null;
        }
        policy.statistics().count(near.name(), key.kind(), Event.HIT);
        if (ahead.due(key.kind(), entry)) {
            refresh(key, entry, loader);
        }
        return new Answer(entry, hitNear, false);
    }

    private void refresh(CacheKey key, CacheEntry entry, Loader loader) {
        policy.statistics().count(Objects.requireNonNull(near).name(), key.kind(), Event.REFRESH);
        var beyond = new Demand(Long.MIN_VALUE, entry.freshUntil());
        var _ = board(new Question(key, ReadOptions.DEFAULT, beyond), loader);
    }

    public CompletionStage<Answer> read(CacheKey key, Loader loader) {
        return read(key, ReadOptions.DEFAULT, loader);
    }

    /** The answer from the nearest tier that has one, else from the loader; every tier passed on the way is filled. */
    public CompletionStage<Answer> read(CacheKey key, ReadOptions options, Loader loader) {
        var plain = near != null && options.directives().none() && !options.skipped().contains(near.name());
        var answer = plain ? peek(key, loader) : null;
        return answer != null
                ? CompletableFuture.completedStage(answer)
                : read(new Question(key, options, null), loader, policy.clock().millis());
    }

    private CompletionStage<Answer> read(Question question, Loader loader, long asked) {
        var seat = board(question, loader);
        return seat.shared()
                ? seat.landing().thenCompose(answer -> goodFor(answer, question, asked)
                        ? CompletableFuture.completedStage(answer.shared())
                        : read(question, loader, asked))
                : seat.landing();
    }

    private SingleFlight.Seat<Answer> board(Question question, Loader loader) {
        return flights.board(
                question,
                () -> new Descent(core, question.key(), question.options(), loader, question.demand()).from(0));
    }

    /** Whether it would also have done if the read had begun when this one was asked for. */
    private boolean goodFor(Answer answer, Question question, long asked) {
        var entry = answer.entry();
        var directives = question.options().directives();
        var current = asked - entry.loadedAt() < policy.bound().toMillis();
        return !policy.has(Mechanism.GROUNDING)
                || answer.stale()
                || directives.toleratesStale(entry, asked, policy.bound())
                || (current && entry.loadedAt() >= directives.at(asked).loadedSince());
    }

    /** Answers for many keys: one round trip per tier and one to the source for all that are not near. */
    public CompletionStage<Map<CacheKey, Answer>> readAll(Collection<CacheKey> keys, Loader.Bulk loader) {
        return new BulkDescent(core, loader, key -> read(key, loader)).of(Set.copyOf(keys));
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
        return new WriteThrough<T>(core, invalidation, keys, tags).run(commit);
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

    /** Some of the versioned keys that were answered lately from afar. */
    public List<CacheKey> sample() {
        return core.sample().all();
    }

    /** The time that entries count in, in milliseconds. */
    public long now() {
        return policy.clock().millis();
    }

    /** Whether the source is left alone for a moment, after a run of failures. */
    public boolean sourceSuspended() {
        return core.source().suspended();
    }
}
