package lyceum.fake;

import java.time.Duration;
import lyceum.contract.CacheTierContract;
import lyceum.domain.cache.CacheTier;
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

    abstract static class Contract implements CacheTierContract {

        private final ManualClock clock = new ManualClock();
        private final boolean remote;
        private final CacheTier tier;

        Contract(boolean remote) {
            this.remote = remote;
            this.tier = remote ? InMemoryCacheTier.remote("far", clock) : InMemoryCacheTier.local("near", clock);
        }

        @Override
        public CacheTier tier() {
            return tier;
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
