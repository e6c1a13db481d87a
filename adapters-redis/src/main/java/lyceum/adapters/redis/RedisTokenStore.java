package lyceum.adapters.redis;

import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.domain.cache.Kind;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * Sessions as {@link SessionText strings} that expire by themselves. How long is told in lengths of time and not in moments, and
 * moments are compared with each other alone, so that Redis' clock need not agree with those of the processes.
 */
final class RedisTokenStore implements TokenStore {

    private static final Script SAVE = Script.of("", "base", "session", "save");
    private static final Script TOUCH = Script.of("", "base", "session", "touch");

    /** Sent together; far fewer than may be pending. */
    private static final int BATCH = 1_000;

    private final Waiting redis;
    private final Announcements announcements;
    private final String prefix;
    private final InstantSource clock;

    RedisTokenStore(Waiting redis, Announcements announcements, String prefix, InstantSource clock) {
        this.redis = redis;
        this.announcements = announcements;
        this.prefix = prefix + Kind.USER_SESSION.name() + ':';
        this.clock = clock;
    }

    @Override
    public void save(Session session) {
        long left = Math.min(Duration.between(clock.instant(), session.expiresAt()).toMillis(), LIFE.toMillis());
        if (left > 0) {
            var seen = SessionText.seen(session);
            var rest = SessionText.rest(session);
            redis.ask(server -> run(SAVE, server.commands(), session.id(), Bytes.of(seen), Bytes.of(rest),
                    Bytes.of(left)));
        }
    }

    @Override
    public Optional<Session> find(SessionId id) {
        var value = redis.<byte @Nullable []>ask(server -> server.commands().get(key(id)));
        return Optional.ofNullable(value)
                .flatMap(bytes -> SessionText.read(id, Bytes.text(bytes)))
                .filter(session -> clock.instant().isBefore(session.expiresAt()));
    }

    @Override
    public void touch(Map<SessionId, Instant> seen) {
        var all = List.copyOf(seen.entrySet());
        for (int from = 0; from < all.size(); from += BATCH) {
            var some = all.subList(from, Math.min(from + BATCH, all.size()));
            var now = Bytes.of(clock.millis());
            redis.ask(server -> CompletableFuture.allOf(some.stream()
                    .map(each -> touch(server.commands(), each.getKey(), each.getValue(), now))
                    .toArray(CompletableFuture[]::new)));
        }
    }

    private CompletableFuture<Long> touch(
            RedisClusterAsyncCommands<byte[], byte[]> commands, SessionId id, Instant seen, byte[] now) {
        var moment = Bytes.of(seen.toEpochMilli());
        return run(TOUCH, commands, id, moment, now, Bytes.of(LIFE.toMillis())).toCompletableFuture();
    }

    private CompletionStage<Long> run(
            Script script, RedisClusterAsyncCommands<byte[], byte[]> commands, SessionId id, byte[]... args) {
        return script.run(commands, ScriptOutputType.INTEGER, new byte[][] {key(id)}, args);
    }

    @Override
    public void end(SessionId id) {
        var ended = Bytes.of(SessionText.ENDED);
        redis.ask(server -> server.commands().set(key(id), ended, SetArgs.Builder.px(LIFE.toMillis())));
    }

    @Override
    public void announce() {
        redis.ask(announcements::announce);
    }

    @Override
    public void listen(Runnable listener) {
        announcements.listen(listener);
    }

    private byte[] key(SessionId id) {
        return Bytes.of(prefix + id);
    }
}
