package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.KEY;
import static lyceum.adapters.redis.OwnRedis.entry;
import static lyceum.adapters.redis.OwnRedis.open;
import static lyceum.adapters.redis.OwnRedis.probe;
import static lyceum.adapters.redis.OwnRedis.tier;
import static lyceum.adapters.redis.OwnRedis.user;
import static lyceum.adapters.redis.OwnRedis.withRedis;
import static lyceum.adapters.redis.SyncCanaryTest.check;
import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import lyceum.contract.Heard;
import lyceum.domain.cache.Tag;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a user may do and may not: that the documented rights are enough, and that each that is missing is named. */
@Timeout(60)
class RedisRightsTest {

    /** All that the documentation says a user needs. */
    private static final String[] RIGHTS = {
        "~lyceum:*", "resetchannels", "&lyceum:revocations", "+@connection", "+select", "+info", "+time", "+dbsize",
        "+scan", "+eval", "+evalsha", "+get", "+mget", "+set", "+setrange", "+unlink", "+pttl", "+pexpire", "+hset",
        "+hmget", "+hdel", "+xadd", "+xread", "+xrevrange", "+publish", "+subscribe",
    };

    private static String[] without(String... rights) {
        var rules = new ArrayList<>(List.of(RIGHTS));
        for (var right : rights) {
            rules.add("-" + right);
        }
        return rules.toArray(String[]::new);
    }

    @Test
    void theDocumentedRightsAreEnoughForEverything() throws Exception {
        try (var redis = LocalRedis.start()) {
            var uri = user(redis, RIGHTS);
            assertThat(check(uri)).isEmpty();
            try (var adapter = open(uri)) {
                var cache = probe(tier(adapter));
                cache.put(KEY, entry(1));
                cache.lift(cache.fence(KEY));
                assertThat(cache.publish(cache.fence(KEY), entry(2))).isTrue();
                cache.invalidate(KEY);
                cache.invalidateTags(new Tag("a"));
                cache.invalidatePrefix("course");
                cache.confirm(Long.MIN_VALUE, System.currentTimeMillis());
                assertThat(cache.confirmedUntil()).isPositive();
                cache.clear();
                await(cache.tier().stats());
            }
        }
    }

    @Test
    void theyAreEnoughForAccounts() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = open(user(redis, RIGHTS))) {
            var store = adapter.tokenStore("lyceum:");
            var id = new SessionId("0".repeat(24));
            var heard = new Heard();
            var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            var session = session(id, now);
            store.listen(heard);
            store.save(session);
            store.touch(Map.of(id, now.plusMillis(1)));
            assertThat(store.find(id)).contains(session.seenAt(now.plusMillis(1)));
            store.end(id);
            assertThat(store.find(id)).isEmpty();
            heard.await(1);
            store.announce();
            heard.await(2);
            var attempts = adapter.attempts("lyceum:");
            attempts.add("x", Duration.ofMinutes(1));
            attempts.clear("x");
            assertThat(attempts.of("x").count()).isZero();
        }
    }

    private static Session session(SessionId id, Instant now) {
        return new Session(id, new UserId("1".repeat(24)), Epoch.FIRST, "", now, now, now.plusSeconds(60));
    }

    @Test
    void missingRightsOfAnnouncementsAreNamed() throws Exception {
        try (var redis = LocalRedis.start()) {
            for (var right : new String[] {"publish", "subscribe"}) {
                assertNamed(user(redis, without(right)), right + " is not permitted: ");
            }
            var rights = without();
            rights[2] = "&lyceum:other";
            assertNamed(user(redis, rights), "subscribe is not permitted: ");
        }
    }

    private static void assertNamed(String uri, String reason) {
        try (var adapter = open(uri)) {
            adapter.tokenStore("lyceum:").listen(() -> {});
            var canary = adapter.canary(RedisCacheOptions.ofSchema(1));
            while (!String.valueOf(await(canary.get())).toLowerCase(Locale.ROOT).contains(reason)) {
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    @Test
    void eachMissingRightOfTheDocumentedIsNamed() throws Exception {
        try (var redis = LocalRedis.start()) {
            for (var right : new String[] {
                "xadd", "xread", "xrevrange", "evalsha", "eval", "mget", "get", "set", "hset", "hmget", "hdel",
                "unlink", "pexpire", "pttl", "setrange", "time", "info"}) {
                var answer = check(user(redis, without(right)));
                assertThat(answer).as(right).hasValueSatisfying(
                        why -> assertThat(why).containsIgnoringCase(right + " is not permitted: "));
                withRedis(commands -> commands.scriptFlush(), redis);
            }
        }
    }

    @Test
    void missingRightsOnKeysAreNamed() throws Exception {
        try (var redis = LocalRedis.start()) {
            var rights = without();
            rights[0] = "~other:*";
            assertThat(check(user(redis, rights))).hasValueSatisfying(
                    why -> assertThat(why).startsWith("no rights on keys lyceum:*: "));
        }
    }

    /** Otherwise the processes beside this one would not hear of the change, and serve what it made obsolete. */
    @Test
    void whatCannotBeToldIsNotDone() throws Exception {
        try (var redis = LocalRedis.start(); var full = open(redis.uri())) {
            var cache = probe(tier(full));
            var held = entry(1);
            cache.put(KEY, held);
            try (var adapter = open(user(redis, without("xadd")))) {
                var mute = probe(tier(adapter));
                assertThatThrownBy(() -> mute.invalidate(KEY, 1)).isInstanceOf(AssertionError.class);
                assertThatThrownBy(() -> mute.clear()).isInstanceOf(AssertionError.class);
            }
            cache.assertHits(KEY, held);
        }
    }
}
