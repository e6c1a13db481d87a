package lyceum.fake;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import lyceum.contract.CacheTierContract;
import lyceum.contract.MechanismContract;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.Mechanism;
import org.junit.jupiter.api.Nested;

class InMemoryCacheTierTest {

    @Nested
    class Local extends Contract {
        Local() {
            super(false);
        }
    }

    @Nested
    class Remote extends Contract {
        Remote() {
            super(true);
        }
    }

    @Nested
    class LocalWithout implements MechanismContract {

        private final ManualClock clock = new ManualClock();

        @Override
        public CacheTier tierWithout(Mechanism mechanism) {
            return InMemoryCacheTier.local("near", clock, BOUND, Set.of(mechanism));
        }

        @Override
        public long now() {
            return clock.millis();
        }
    }

    abstract static class Contract implements CacheTierContract {

        private static final Duration TRUST_TIME = Duration.ofMinutes(3);

        private final ManualClock clock = new ManualClock();
        private final boolean remote;
        private final CacheTier tier;
        private final CacheTier doubting;

        Contract(boolean remote) {
            this.remote = remote;
            this.tier = remote ? InMemoryCacheTier.remote("far", clock) : InMemoryCacheTier.local("near", clock);
            var log = new InMemoryChangeLog(clock, _ -> new CompletableFuture<>(), 100, Set.of());
            this.doubting = remote
                    ? InMemoryCacheTier.remote("far", clock, TRUST_TIME, log, Set.of())
                    : InMemoryCacheTier.local("near", clock, TRUST_TIME, Set.of());
        }

        @Override
        public CacheTier tier() {
            return tier;
        }

        @Override
        public CacheTier doubtingTier() {
            return doubting;
        }

        @Override
        public Duration trustTime() {
            return TRUST_TIME;
        }

        @Override
        public boolean remote() {
            return remote;
        }

        @Override
        public Duration leaseTime() {
            return InMemoryCacheTier.LEASE_TIME;
        }

        @Override
        public Duration fenceTime() {
            return InMemoryCacheTier.FENCE_TIME;
        }

        @Override
        public long now() {
            return clock.millis();
        }

        @Override
        public void passTime(Duration time) {
            clock.advance(time);
        }
    }
}
