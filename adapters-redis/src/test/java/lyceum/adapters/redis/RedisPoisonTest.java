package lyceum.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.function.Consumer;
import lyceum.contract.TierProbe;
import lyceum.domain.cache.Body;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Tag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What others wrote, and what was lost, is a miss that can be loaded and stored again. */
class RedisPoisonTest {

    private static final CacheKey KEY = new CacheKey(Kind.COURSE, "c1", Set.of(new Tag("b"), new Tag("a")));

    private final String prefix = SharedRedis.newPrefix();
    private final RedisCacheOptions options = RedisCacheOptions.ofSchema(1).withPrefix(prefix);
    private final TierProbe cache = probe(options);
    private final String cell = prefix + "{p0}:course:c1";
    private final String guard = prefix + "{p0}:@guard:course:c1";
    private final String epoch = prefix + "{p0}:@epoch";

    private static TierProbe probe(RedisCacheOptions options) {
        return new TierProbe(SharedRedis.ADAPTER.cacheTier(options), 1_000);
    }

    @AfterEach
    void everyKeyExpires() {
        SharedRedis.assertEveryKeyExpires(prefix);
    }

    private static CacheEntry entry(long version) {
        long now = System.currentTimeMillis();
        var content = new Content.Present(version, "\"" + version + "\"", Body.of("version " + version));
        return new CacheEntry(content, now, now + 60_000, now + 120_000);
    }

    private void isAMissThatCanBeFilled(Consumer<String> poison) {
        cache.invalidate(KEY);
        cache.put(KEY, entry(5));
        poison.accept(cell);
        var loaded = entry(4);
        cache.put(KEY, loaded);
        cache.assertHits(KEY, loaded);
    }

    @Test
    void aKeyOfAnotherType() {
        isAMissThatCanBeFilled(key -> {
            SharedRedis.RAW.del(key);
            SharedRedis.RAW.lpush(key, "x");
        });
    }

    @Test
    void aKeyOfAnotherTypeIsInvalidatedAndPublishedOver() {
        SharedRedis.RAW.lpush(cell, "x");
        cache.invalidate(KEY, 3);
        assertThat(SharedRedis.RAW.exists(cell)).isZero();
        SharedRedis.RAW.lpush(cell, "x");
        var committed = entry(4);
        assertThat(cache.publish(cache.fence(KEY), committed)).isTrue();
        cache.assertHits(KEY, committed);
    }

    @Test
    void garbage() {
        for (var text : new String[] {"", "x", "c".repeat(200), "c" + "9".repeat(200), "h" + "0".repeat(72)}) {
            isAMissThatCanBeFilled(key -> SharedRedis.RAW.set(key, text));
        }
    }

    @Test
    void aCorruptEnvelope() {
        isAMissThatCanBeFilled(key -> SharedRedis.RAW.setrange(key, SharedRedis.RAW.strlen(key) - 1, "\u0001"));
        isAMissThatCanBeFilled(key -> SharedRedis.RAW.append(key, "x"));
    }

    @Test
    void aCorruptStaleEnvelope() {
        long now = System.currentTimeMillis();
        cache.put(KEY, new CacheEntry(entry(5).content(), now - 9, now - 1, now + 60_000));
        SharedRedis.RAW.append(cell, "x");
        cache.put(KEY, entry(4));
    }

    @Test
    void anEntryOfAnotherSchema() {
        var next = probe(RedisCacheOptions.ofSchema(2).withPrefix(prefix));
        cache.put(KEY, entry(5));
        var other = entry(5);
        next.put(KEY, other);
        next.assertHits(KEY, other);
        cache.put(KEY, other);
    }

    @Test
    void aGuardOfAnotherTypeOrForm() {
        SharedRedis.RAW.set(guard, "x");
        cache.put(KEY, entry(1));
        cache.invalidate(KEY);
        SharedRedis.RAW.hset(guard, "lease", "x");
        SharedRedis.RAW.hset(guard, "lease_until", "y");
        SharedRedis.RAW.hset(guard, "floor", "z");
        cache.put(KEY, entry(1));
    }

    @Test
    void anEpochOrGenerationOfAnotherTypeOrForm() {
        for (var key : new String[] {epoch, prefix + "{p0}:@tag:a"}) {
            isAMissThatCanBeFilled(_ -> SharedRedis.RAW.set(key, "x"));
            isAMissThatCanBeFilled(_ -> SharedRedis.RAW.del(key));
            isAMissThatCanBeFilled(_ -> {
                SharedRedis.RAW.del(key);
                SharedRedis.RAW.hset(key, "x", "y");
            });
        }
    }

    /** A lost nonce is never made again, so what was stored or leased under it stays unreachable. */
    @Test
    void whatWasMadeBeforeALossIsNeverSeenAgain() {
        for (var lost : new String[] {epoch, prefix + "{p0}:@tag:a", prefix + "{p0}:@tag:b"}) {
            cache.invalidate(KEY);
            cache.put(KEY, entry(5));
            var other = new CacheKey(Kind.COURSE, "c2", KEY.tags());
            var lease = cache.lease(other);
            SharedRedis.RAW.del(lost);
            assertThat(cache.fill(lease, entry(9))).as(lost).isFalse();
            cache.assertHasNothing(other);
            cache.assertHasNothing(KEY);
        }
    }

    @Test
    void anEpochOfAnotherIncarnationIsOver() {
        cache.put(KEY, entry(5));
        var current = SharedRedis.RAW.get(epoch);
        SharedRedis.RAW.psetex(epoch, 60_000, current.substring(0, 16) + "another-server-x");
        cache.assertHasNothing(KEY);
    }
}
