package lyceum.adapters.redis;

import java.time.Duration;
import lyceum.contract.ChangeLogContract;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.ChangeLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** In one partition: among several there is no order, and each tells that its tags have ended. */
@Timeout(60)
class RedisChangeLogContractTest implements ChangeLogContract {

    private final String prefix = SharedRedis.newPrefix();
    private final RedisCacheOptions options = RedisCacheOptions.ofSchema(1).withPrefix(prefix);
    private final CacheTier tier = SharedRedis.ADAPTER.cacheTier(options);
    private final ChangeLog log = SharedRedis.ADAPTER.changeLog(options);

    @AfterEach
    void everyKeyExpires() {
        SharedRedis.assertEveryKeyExpires(prefix);
    }

    @Override
    public CacheTier announcingTier() {
        return tier;
    }

    @Override
    public ChangeLog log() {
        return log;
    }

    @Override
    public long now() {
        return System.currentTimeMillis();
    }

    @Override
    public void passTime(Duration time) {
        SharedRedis.passTime(time);
    }

    @Override
    public Duration longestWait() {
        return Duration.ZERO;
    }

    @Override
    public void loseRecords() {
        SharedRedis.RAW.del(prefix + "{p0}:@log");
    }

    @Override
    public long tolerance() {
        return 1_000;
    }
}
