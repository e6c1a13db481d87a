package lyceum.adapters.redis;

import static lyceum.adapters.redis.OwnRedis.awaitConnected;
import static lyceum.adapters.redis.OwnRedis.open;
import static lyceum.adapters.redis.OwnRedis.withRedis;
import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.KillArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import lyceum.contract.Heard;
import lyceum.domain.identity.TokenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of announcements when a connection or a server does not live for ever. */
@Timeout(60)
class RedisAnnouncementsTest {

    private static final String PREFIX = "lyceum:";

    /** Returns when so many listen. */
    static void awaitListening(int many, RedisCommands<String, String> redis, String prefix) {
        var channel = prefix + "revocations";
        while (redis.pubsubNumsub(channel).getOrDefault(channel, 0L) != many) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static void awaitListening(int many, LocalRedis redis) {
        withRedis(commands -> awaitListening(many, commands, PREFIX), redis);
    }

    /** One call may be for what was missed before; so the third at the latest is for what is announced. */
    private static void assertHeard(TokenStore announcer, Heard heard) {
        var before = heard.times();
        for (int i = 0; i < 3; i++) {
            announcer.announce();
        }
        heard.await(before + 3);
    }

    /** Two calls may be late ones of the connection that went dead; so from the third on they are of the next one. */
    private static void announceUntilHeard(TokenStore announcer, Heard heard) {
        var wanted = heard.times() + 3;
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (heard.times() < wanted) {
            assertThat(System.nanoTime()).as("nothing is heard").isLessThan(end);
            announcer.announce();
            LockSupport.parkNanos(5_000_000);
        }
    }

    private static RedisServer server(String uri) {
        return RedisServer.at(uri).withCommandTimeout(Duration.ofSeconds(1));
    }

    @Test
    void aConnectionThatIsCutIsMadeAgainAndListenersAreCalled() throws Exception {
        try (var redis = LocalRedis.start(); var one = open(redis.uri()); var other = open(redis.uri())) {
            var heard = new Heard();
            var store = one.tokenStore(PREFIX);
            store.listen(heard);
            awaitListening(1, redis);
            assertHeard(store, heard);
            for (int i = 0; i < 3; i++) {
                var before = heard.times();
                withRedis(commands -> commands.clientKill(KillArgs.Builder.typePubsub()), redis);
                heard.await(before + 1);
                awaitListening(1, redis);
                assertHeard(other.tokenStore(PREFIX), heard);
            }
        }
    }

    @Test
    void aServerThatIsStartedAgainIsListenedToAgain() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = open(redis.uri())) {
            var heard = new Heard();
            var store = adapter.tokenStore(PREFIX);
            store.listen(heard);
            awaitListening(1, redis);
            heard.await(1);
            redis.kill();
            var before = heard.times();
            redis.restart();
            heard.await(before + 1);
            awaitConnected(adapter);
            awaitListening(1, redis);
            assertHeard(store, heard);
        }
    }

    @Test
    void aConnectionThatWentDeadIsNoticed() throws Exception {
        try (var redis = LocalRedis.start();
                var wire = Wire.to(redis);
                var direct = open(redis.uri());
                var adapter = RedisAdapter.open(server(wire.uri()), Clock.systemUTC())) {
            var heard = new Heard();
            adapter.tokenStore(PREFIX).listen(heard);
            awaitListening(1, redis);
            assertHeard(direct.tokenStore(PREFIX), heard);
            wire.swallow();
            announceUntilHeard(direct.tokenStore(PREFIX), heard);
        }
    }

    @Test
    void whoListensBeforeThereIsARedisDoesNotWaitForItAndIsCalledWhenItIsThere() throws Exception {
        try (var redis = LocalRedis.start()) {
            redis.kill();
            try (var adapter = open(redis.uri())) {
                var heard = new Heard();
                var store = adapter.tokenStore(PREFIX);
                long begin = System.nanoTime();
                store.listen(heard);
                assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
                assertThat(heard.times()).isZero();
                redis.restart();
                heard.await(1);
                awaitConnected(adapter);
                assertHeard(store, heard);
            }
        }
    }

    @Test
    void aStoreThatNobodyListensToHasNoConnectionAndAClosedOneNoneEither() throws Exception {
        try (var redis = LocalRedis.start()) {
            try (var adapter = open(redis.uri())) {
                var store = adapter.tokenStore(PREFIX);
                store.announce();
                awaitListening(0, redis);
                store.listen(() -> {});
                store.listen(() -> {});
                awaitListening(1, redis);
            }
            awaitListening(0, redis);
        }
    }

    @Test
    void channelsOfOtherPrefixesAreOthers() throws Exception {
        try (var redis = LocalRedis.start(); var adapter = open(redis.uri())) {
            var heard = new Heard();
            var other = new Heard();
            adapter.tokenStore(PREFIX).listen(heard);
            adapter.tokenStore("other:").listen(other);
            withRedis(commands -> awaitListening(1, commands, "other:"), redis);
            awaitListening(1, redis);
            // Of its own: one call for the subscription, and one for what is announced then.
            other.await(2);
            assertHeard(adapter.tokenStore(PREFIX), heard);
            assertThat(other.times()).isEqualTo(2);
        }
    }
}
