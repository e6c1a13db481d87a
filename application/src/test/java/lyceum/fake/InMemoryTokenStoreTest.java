package lyceum.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lyceum.contract.Heard;
import lyceum.contract.TokenStoreContract;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.TokenStore;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InMemoryTokenStoreTest implements TokenStoreContract {

    private final ManualClock clock = new ManualClock();
    private final InMemoryTokenStore store = new InMemoryTokenStore(clock);

    @Override
    public TokenStore store() {
        return store;
    }

    @Override
    public TokenStore another() {
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

    @Test
    void whatIsAwayCannotBeAskedAndCallsItsListenersWhenItIsBack() {
        var heard = new Heard();
        var session = session(ID);
        store.save(session);
        store.listen(heard);
        store.away(true);
        for (ThrowingCallable call : new ThrowingCallable[] {
            () -> store.find(ID),
            () -> store.save(session),
            () -> store.touch(Map.of()),
            () -> store.end(ID),
            store::announce
        }) {
            assertThatThrownBy(call).isInstanceOf(AccountsUnavailable.class);
        }
        assertThat(heard.times()).isZero();
        store.away(false);
        assertThat(heard.times()).isEqualTo(1);
        assertThat(store.find(ID)).contains(session);
        store.loseEverything();
        assertThat(store.find(ID)).isEmpty();
    }
}
