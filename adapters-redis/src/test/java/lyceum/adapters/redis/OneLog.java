package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.probe;

import io.lettuce.core.Range;
import io.lettuce.core.StreamMessage;
import java.util.List;
import lyceum.contract.TierProbe;
import org.junit.jupiter.api.AfterEach;

/** A cache of a test's own in the shared Redis, and the records of its log. */
abstract class OneLog {

    final String prefix = SharedRedis.newPrefix();
    final RedisCacheOptions options = RedisCacheOptions.ofSchema(1).withPrefix(prefix);
    final TierProbe cache = probe(SharedRedis.ADAPTER.cacheTier(options));
    final String log = prefix + "{p0}:@log";

    @AfterEach
    void everyKeyExpires() {
        SharedRedis.assertEveryKeyExpires(prefix);
    }

    List<StreamMessage<String, String>> records() {
        return SharedRedis.RAW.xrange(log, Range.unbounded());
    }
}
