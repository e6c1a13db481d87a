package lyceum.application.cache;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Mechanism;

/** What all reads and writes of one cache work with: its policy, what it remembers, and the source it loads from. */
final class Core {

    /** A cache that believes its tiers without bound promises no more than to remember for a moment. */
    private static final Duration LONGEST_MEMORY = Duration.ofSeconds(10);

    private final Policy policy;
    private final Source source;
    private final Marks marks;
    private final Sample sample;
    private final Consumer<Predicate<CacheKey>> ground;

    Core(Policy policy, Consumer<Predicate<CacheKey>> ground) {
        this.policy = policy;
        this.ground = ground;
        this.source = new Source(policy.clock());
        this.sample = new Sample(policy.random());
        var bound = policy.bound().compareTo(LONGEST_MEMORY) < 0 ? policy.bound() : LONGEST_MEMORY;
        this.marks = new Marks(bound, policy.clock().millis());
    }

    Policy policy() {
        return policy;
    }

    Source source() {
        return source;
    }

    /** A version is about to be answered or acknowledged. Keys without versions leave no trace. */
    void seen(CacheKey key, long version) {
        if (version > 0) {
            marks.note(key, version, policy.clock().millis());
            sample.add(key);
        }
    }

    Sample sample() {
        return sample;
    }

    /** Whether this process has served or written something newer. */
    boolean outdated(CacheKey key, long version) {
        return policy.has(Mechanism.MEMORY) && version < marks.of(key, policy.clock().millis());
    }

    /** Lets nobody else board a read of these keys that is under way. */
    void ground(Predicate<CacheKey> keys) {
        if (policy.has(Mechanism.GROUNDING)) {
            ground.accept(keys);
        }
    }
}
