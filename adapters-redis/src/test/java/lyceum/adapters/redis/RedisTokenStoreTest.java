package lyceum.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lyceum.contract.TokenStoreContract;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.TokenStore;
import lyceum.fake.ManualClock;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The clock of the processes has nothing to do with Redis' own. Time passes in Redis in that its keys expire earlier. */
@Timeout(60)
class RedisTokenStoreTest implements TokenStoreContract {

    private static final ManualClock CLOCK = new ManualClock();
    private static final RedisAdapter ADAPTER = open();
    private static final RedisAdapter ANOTHER = open();

    private final String prefix = SharedRedis.newPrefix();
    private final TokenStore store = ADAPTER.tokenStore(prefix);
    private final TokenStore another = ANOTHER.tokenStore(prefix);

    private static RedisAdapter open() {
        return RedisAdapter.open(RedisServer.at(SharedRedis.URI).withCommandTimeout(Duration.ofSeconds(10)), CLOCK);
    }

    @AfterEach
    void everyKeyExpires() {
        SharedRedis.assertEveryKeyExpires(prefix);
    }

    @Override
    public TokenStore store() {
        return store;
    }

    @Override
    public TokenStore another() {
        return another;
    }

    @Override
    public Instant now() {
        return CLOCK.instant();
    }

    @Override
    public void passTime(Duration time) {
        CLOCK.advance(time);
        SharedRedis.age(prefix, time);
    }

    @Override
    public void awaitListening() {
        RedisAnnouncementsTest.awaitListening(2, SharedRedis.RAW, prefix);
    }

    private String key() {
        return prefix + "user_session:" + ID;
    }

    @Test
    void aSessionIsOneKeyAndHoldsWhatASessionHoldsAndNoMore() {
        var session = session(ID);
        var later = now().plusMillis(3);
        store.save(session);
        store.touch(Map.of(ID, later));
        assertThat(SharedRedis.keys(prefix)).containsExactly(key());
        assertThat(SharedRedis.RAW.get(key())).isEqualTo("1 %s %s %s 3 2 %s a phone".formatted(
                later.toEpochMilli(), session.expiresAt().toEpochMilli(), USER, session.createdAt().toEpochMilli()));
        assertThat(SharedRedis.RAW.pttl(key())).isBetween(1L, TokenStore.LIFE.toMillis());
    }

    @Test
    void ofASessionThatWasEndedAWordIsLeft() {
        store.save(session(ID));
        store.end(ID);
        assertThat(SharedRedis.RAW.get(key())).isEqualTo("ended");
        assertThat(SharedRedis.keys(prefix)).containsExactly(key());
    }

    @Test
    void whatIsNoSessionIsNotFoundAndGivesWayToOne() {
        var session = session(ID);
        store.save(session);
        var text = SharedRedis.RAW.get(key());
        var broken = new String[] {
            "", "x", "1", "1 2 3", "2" + text.substring(1), text.replace(USER.value(), "nobody"),
            text.replace(" 3 ", " three "), text.replace(' ', '\n'), "\u0000".repeat(200)};
        for (var some : broken) {
            SharedRedis.RAW.psetex(key(), 60_000, some);
            store.touch(Map.of(ID, now()));
            assertThat(store.find(ID)).as(some).isEmpty();
            store.save(session);
            assertThat(store.find(ID)).as(some).contains(session);
        }
    }

    @Test
    void aKeyOfAnotherTypeGivesWayToASession() {
        SharedRedis.RAW.hset(key(), "a", "b");
        assertThatThrownBy(() -> store.find(ID)).isInstanceOf(AccountsUnavailable.class);
        store.touch(Map.of(ID, now()));
        store.save(session(ID));
        assertThat(store.find(ID)).contains(session(ID));
    }

    @Test
    void noKeyOutlivesItsSession() {
        var session = new Session(ID, USER, Epoch.FIRST, "", now(), now(), now().plusSeconds(60));
        store.save(session);
        assertThat(SharedRedis.RAW.pttl(key())).isBetween(1L, 60_000L);
        store.touch(Map.of(ID, now()));
        assertThat(SharedRedis.RAW.pttl(key())).isBetween(1L, 60_000L);
    }

    @Test
    void whatHasExpiredIsNotFoundThoughRedisHasItYet() {
        var session = new Session(ID, USER, Epoch.FIRST, "", now(), now(), now().plusSeconds(60));
        store.save(session);
        CLOCK.advance(Duration.ofSeconds(59));
        assertThat(store.find(ID)).contains(session);
        CLOCK.advance(Duration.ofSeconds(1));
        assertThat(SharedRedis.keys(prefix)).containsExactly(key());
        assertThat(store.find(ID)).isEmpty();
    }

    /** Which another process must not take back: it may have read the session before. */
    @Test
    void anEndOutlivesTheSession() {
        store.save(session(ID));
        store.end(ID);
        assertThat(SharedRedis.RAW.pttl(key())).isGreaterThan(TokenStore.LIFE.minusMinutes(1).toMillis());
    }

    @Test
    void withoutRedisAccountsAreUnavailable() throws Exception {
        var nobody = RedisServer.at("redis://127.0.0.1:" + LocalRedis.freePort());
        try (var adapter = RedisAdapter.open(nobody, Clock.systemUTC())) {
            var away = adapter.tokenStore(prefix);
            var attempts = adapter.attempts(prefix);
            var now = Instant.now();
            var session = new Session(ID, USER, Epoch.FIRST, "", now, now, now.plusSeconds(60));
            for (ThrowingCallable call : new ThrowingCallable[] {
                () -> away.save(session),
                () -> away.find(ID),
                () -> away.touch(Map.of(ID, now)),
                () -> away.end(ID),
                away::announce,
                () -> attempts.of("x"),
                () -> attempts.add("x", Duration.ofMinutes(1)),
                () -> attempts.clear("x")
            }) {
                assertThatThrownBy(call).isInstanceOf(AccountsUnavailable.class);
            }
        }
    }

    @Test
    void aFrozenRedisCostsNoMoreThanTheTimeout() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = OwnRedis.open(redis.uri())) {
            var store = adapter.tokenStore(prefix);
            redis.freeze();
            long begin = System.nanoTime();
            assertThatThrownBy(() -> store.find(ID)).isInstanceOf(AccountsUnavailable.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(OwnRedis.COMMAND_TIMEOUT.plusSeconds(2));
        }
    }
}
