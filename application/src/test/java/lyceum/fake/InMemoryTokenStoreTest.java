package lyceum.fake;

import java.time.Duration;
import java.time.Instant;
import lyceum.contract.TokenStoreContract;
import lyceum.domain.identity.TokenStore;

class InMemoryTokenStoreTest implements TokenStoreContract {

    private final ManualClock clock = new ManualClock();
    private final TokenStore store = new InMemoryTokenStore(clock);

    @Override
    public TokenStore store() {
        return store;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void passTime(Duration time) {
        clock.advance(time);
    }
}
