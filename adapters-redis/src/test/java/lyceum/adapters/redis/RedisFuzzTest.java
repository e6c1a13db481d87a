package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.OTHER;
import static lyceum.adapters.redis.OwnRedis.entry;
import static lyceum.adapters.redis.OwnRedis.probe;
import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import io.lettuce.core.SetArgs;
import io.lettuce.core.codec.ByteArrayCodec;
import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import lyceum.contract.TierProbe;
import lyceum.domain.cache.Lookup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Any bytes in place of a cell, in a real Redis. {@code -Dlyceum.seed} repeats a run. */
class RedisFuzzTest {

    private static final int PAYLOADS = 500;
    private static final int SMALLEST_ENVELOPE = 34;

    private final String prefix = SharedRedis.newPrefix();
    private final RedisCacheOptions options = RedisCacheOptions.ofSchema(1).withPrefix(prefix);
    private final TierProbe cache = probe(SharedRedis.ADAPTER.cacheTier(options));
    private final long seed = Long.getLong("lyceum.seed", ThreadLocalRandom.current().nextLong());
    private final SplittableRandom random = new SplittableRandom(seed);

    @AfterEach
    void everyKeyExpires() {
        SharedRedis.assertEveryKeyExpires(prefix);
    }

    @Test
    void whateverIsFoundInPlaceOfACellIsAMissThatCanBeLoaded() {
        var key = Bytes.of(prefix + "{p0}:course:c1");
        try (var client = RedisClient.create(SharedRedis.URI);
                var connection = client.connect(ByteArrayCodec.INSTANCE)) {
            for (int i = 0; i < PAYLOADS; i++) {
                cache.invalidate(KEY);
                var good = entry(i);
                cache.put(KEY, good);
                var payload = spoilt(Objects.requireNonNull(connection.sync().get(key)));
                connection.sync().set(key, payload, SetArgs.Builder.px(60_000));
                var found = cache.lookup(KEY);
                assertThat(found).as("seed %d, payload %d", seed, i).isInstanceOf(Lookup.Leased.class);
                assertThat(cache.fill(((Lookup.Leased) found).lease(), good)).as("seed %d", seed).isTrue();
            }
        }
    }

    /** Cut off, with other bytes in its envelope, of another hand, or noise. */
    private byte[] spoilt(byte[] cell) {
        return switch (random.nextInt(4)) {
            case 0 -> Arrays.copyOf(cell, random.nextInt(cell.length));
            case 1 -> changed(cell);
            case 2 -> Arrays.copyOf(cell, cell.length + random.nextInt(1, 9));
            default -> noise();
        };
    }

    private byte[] changed(byte[] cell) {
        var bytes = cell.clone();
        int at = random.nextInt(cell.length - SMALLEST_ENVELOPE, cell.length);
        bytes[at] ^= (byte) random.nextInt(1, 256);
        return bytes;
    }

    private byte[] noise() {
        var noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        if (noise.length > 0 && random.nextBoolean()) {
            noise[0] = 'c';
        }
        return noise;
    }

    /** A key invalidated on the server while its fill is on its way must not be stored, whichever comes first. */
    @Test
    void lettuce_3481_a_fill_that_meets_an_invalidation_on_its_way_is_never_seen() throws Exception {
        try (var other = RedisAdapter.open(RedisServer.at(SharedRedis.URI), Clock.systemUTC())) {
            var invalidator = other.cacheTier(options);
            for (int i = 0; i < PAYLOADS; i++) {
                var lease = cache.lease(OTHER);
                var first = random.nextBoolean() ? invalidator.invalidate(OTHER, Long.MAX_VALUE) : null;
                var fill = cache.tier().fill(lease, entry(1));
                var second = invalidator.invalidate(OTHER, random.nextBoolean() ? 1 : Long.MAX_VALUE);
                await(fill);
                await(second);
                if (first != null) {
                    await(first);
                }
                assertThat(cache.lookup(OTHER)).as("seed %d, round %d", seed, i).isInstanceOf(Lookup.Leased.class);
                cache.invalidate(OTHER);
            }
        }
    }
}
