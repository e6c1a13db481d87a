package lyceum.contract;

import java.time.Duration;
import java.util.Set;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Tag;

/** What the contract asks of an implementation's test, and the words its tests are written in. */
public interface CacheTierFixture {

    CacheKey KEY = new CacheKey(Kind.COURSE, "c1");
    CacheKey OTHER = new CacheKey(Kind.COURSE, "c2");
    Tag LISTS = new Tag("courses");
    Tag CATEGORY = new Tag("category:art");

    /** As large as versions get: what a double, and so a Redis script, still counts exactly. */
    long LARGE_VERSION = (1L << 53) - 1;

    /** The tier under test, the same one throughout a test, empty when the test begins. */
    CacheTier tier();

    /**
     * The same keys and entries, seen through a tier whose leases and fences die so soon that a test can wait for it.
     * Only a tier that cannot be told the time has a second one for this: those of {@link #tier()} must outlive a
     * test, however slow the machine.
     */
    default CacheTier hasty() {
        return tier();
    }

    /** How long a lease of the hasty tier stands; below half a minute. */
    Duration leaseTime();

    /** How long a fence of the hasty tier stands; below half a minute. */
    Duration fenceTime();

    /**
     * A tier like {@link #tier}, empty and never confirmed when the test begins, that believes an entry for {@link #trustTime}
     * only. May be the tier under test itself, where that time outlives a test.
     */
    CacheTier doubtingTier();

    /** How long the doubting tier believes what nobody confirms: above a minute, and below the age that a tier can express. */
    Duration trustTime();

    /** The time that entries count in. */
    long now();

    /** Returns when at least this much time has passed for the tiers. */
    void passTime(Duration time);

    /** Whether the tier lies outside this process, so that nothing can be peeked at. */
    default boolean remote() {
        return false;
    }

    /** By how many milliseconds an entry's times may come back changed; for tiers that keep ages. */
    default long tolerance() {
        return 0;
    }

    /** How many steps each thread of a race takes; fewer where each is a round trip. */
    default int raceSteps() {
        return 30_000;
    }

    default TierProbe cache() {
        return new TierProbe(tier(), tolerance());
    }

    default TierProbe hastyCache() {
        return new TierProbe(hasty(), tolerance());
    }

    default CacheEntry fresh(long version) {
        return fresh(present(version, Body.of("version " + version)));
    }

    default CacheEntry fresh(Content content) {
        return lasting(content, Duration.ofMinutes(1), Duration.ofMinutes(2));
    }

    default CacheEntry stale(long version) {
        return lasting(fresh(version).content(), Duration.ofMillis(-1), Duration.ofMinutes(2));
    }

    default CacheEntry lasting(Content content, Duration fresh, Duration stale) {
        var now = now();
        return new CacheEntry(content, now - 500, now + fresh.toMillis(), now + stale.toMillis());
    }

    static Content present(long version, Body body) {
        return new Content.Present(version, "\"" + version + "-" + body.size() + "\"", body);
    }

    static CacheKey list(String id, Tag... tags) {
        return new CacheKey(Kind.COURSES_LIST, id, Set.of(tags));
    }
}
