package lyceum.adapters.redis;

import java.time.Duration;
import lyceum.contract.CacheTierContract;
import lyceum.domain.cache.CacheTier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

class RedisCacheTierTest {

    @Nested
    class InOneSlot extends Contract {
        InOneSlot() {
            super(1);
        }
    }

    @Nested
    class InManySlots extends Contract {
        InManySlots() {
            super(7);
        }
    }

    abstract static class Contract implements CacheTierContract {

        private final String prefix = SharedRedis.newPrefix();
        private final CacheTier tier;
        private final CacheTier hasty;
        private final CacheTier doubting;

        Contract(int partitions) {
            var options = RedisCacheOptions.ofSchema(1).withPrefix(prefix).withPartitions(partitions);
            var patient = options.withTimes(Duration.ofSeconds(60), Duration.ofSeconds(60));
            this.tier = SharedRedis.ADAPTER.cacheTier(patient);
            this.doubting = SharedRedis.ADAPTER.cacheTier(patient.withStaleness(trustTime()));
            this.hasty = SharedRedis.ADAPTER.cacheTier(options.withTimes(leaseTime(), fenceTime()));
        }

        @AfterEach
        void everyKeyExpires() {
            SharedRedis.assertEveryKeyExpires(prefix);
        }

        @Override
        public CacheTier tier() {
            return tier;
        }

        @Override
        public CacheTier hasty() {
            return hasty;
        }

        @Override
        public Duration leaseTime() {
            return Duration.ofMillis(500);
        }

        @Override
        public Duration fenceTime() {
            return Duration.ofMillis(500);
        }

        @Override
        public CacheTier doubtingTier() {
            return doubting;
        }

        @Override
        public Duration trustTime() {
            return Duration.ofMinutes(5);
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
        public boolean remote() {
            return true;
        }

        /** Less would do, but for tests that put at one time and compare with an entry made later, on a busy machine. */
        @Override
        public long tolerance() {
            return 1_000;
        }

        @Override
        public int raceSteps() {
            return 500;
        }
    }
}
