package lyceum.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import lyceum.contract.TokenStoreContract;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.RefreshGrant;
import lyceum.domain.identity.TokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisTokenStoreTest implements TokenStoreContract {

    private final String prefix = SharedRedis.newPrefix();
    private final TokenStore store = SharedRedis.ADAPTER.tokenStore(prefix);

    @AfterEach
    void everyKeyExpires() {
        SharedRedis.assertEveryKeyExpires(prefix);
    }

    @Override
    public TokenStore store() {
        return store;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void passTime(Duration time) {
        SharedRedis.passTime(time);
    }

    @Test
    void keysAreSystematicAndHoldNoMoreThanNeeded() {
        store.save(new RefreshGrant("hash", USER, Instant.EPOCH, now().plusSeconds(60)));
        store.revoke("jti", now().plusSeconds(60));
        assertThat(SharedRedis.keys(prefix))
                .containsExactlyInAnyOrder(prefix + "refresh_tokens:hash", prefix + "blacklisted_tokens:jti");
        assertThat(SharedRedis.RAW.pttl(prefix + "blacklisted_tokens:jti")).isBetween(1L, 60_000L);
    }

    @Test
    void whatIsNoGrantIsNotFound() {
        for (var text : new String[] {"", "x", USER + " x y", USER + " 2026-01-01T00:00:00Z", "\u0000".repeat(99)}) {
            SharedRedis.RAW.psetex(prefix + "refresh_tokens:hash", 60_000, text);
            assertThat(store.find("hash")).as(text).isEmpty();
        }
    }

    @Test
    void withoutRedisAccountsAreUnavailable() throws Exception {
        var nobody = RedisServer.at("redis://127.0.0.1:" + LocalRedis.freePort());
        try (var adapter = RedisAdapter.open(nobody, Clock.systemUTC())) {
            var away = adapter.tokenStore(prefix);
            assertThatThrownBy(() -> away.revoked("jti")).isInstanceOf(AccountsUnavailable.class);
            assertThatThrownBy(() -> away.find("hash")).isInstanceOf(AccountsUnavailable.class);
            assertThatThrownBy(() -> away.revoke("jti", now().plusSeconds(9))).isInstanceOf(AccountsUnavailable.class);
        }
    }
}
