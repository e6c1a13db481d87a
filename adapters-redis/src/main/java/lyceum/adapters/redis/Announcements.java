package lyceum.adapters.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A channel on which processes tell each other that there is something to ask for elsewhere; what, is not said. The first
 * listener opens a connection of its own: one that subscribes is good for nothing else, and one that waits for the log would
 * hold up what is announced.
 *
 * <p>It is asked all the time whether the connection is alive, for nothing but an answer that does not come tells that it went
 * dead. Whatever goes wrong ends it, and another is opened, wherever the server then is. What was announced meanwhile is lost, so
 * listeners are called whenever the channel is subscribed to. They must neither block nor throw.
 */
final class Announcements implements AutoCloseable {

    private static final int CHECK_MILLIS = 500;
    private static final int RETRY_MILLIS = 250;
    private static final byte[] NOTHING = {};

    private final RedisLink link;
    private final RedisURI uri;
    private final RedisClient client;
    private final String prefix;
    private final byte[] channel;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean begun = new AtomicBoolean();
    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private volatile boolean closed;

    Announcements(RedisLink link, RedisServer server, String prefix) {
        this.link = link;
        this.uri = RedisURI.create(server.uri());
        uri.setTimeout(server.connectTimeout());
        this.client = RedisClient.create(link.resources());
        client.setOptions(server.readerOptions(Duration.ZERO));
        this.prefix = prefix;
        this.channel = Bytes.of(prefix + "revocations");
    }

    CompletionStage<Long> announce(Session session) {
        return noted("PUBLISH", session.commands().publish(channel, NOTHING));
    }

    void listen(Runnable listener) {
        listeners.add(listener);
        if (!begun.getAndSet(true)) {
            connect();
        }
    }

    /** What the server refuses, if it does and somebody listens. */
    Optional<String> refusal() {
        return refused.entrySet().stream().findAny().map(each -> Refusal.of(each.getKey(), each.getValue(), prefix));
    }

    private void connect() {
        var _ = client.connectPubSubAsync(ByteArrayCodec.INSTANCE, uri).whenComplete((connection, failure) -> {
            if (failure == null) {
                subscribe(connection);
            } else {
                later(RETRY_MILLIS, this::connect);
            }
        });
    }

    private void subscribe(StatefulRedisPubSubConnection<byte[], byte[]> connection) {
        connection.addListener(new RedisPubSubAdapter<>() {
            @Override
            public void message(byte[] from, byte[] message) {
                callAll();
            }
        });
        var _ = noted("SUBSCRIBE", connection.async().subscribe(channel)).whenComplete((_, failure) -> {
            check(connection, failure == null);
            if (failure == null) {
                callAll();
                tryOut();
            }
        });
    }

    /** That announcing is permitted is known before it is needed. */
    private void tryOut() {
        var _ = link.ask(this::announce, IllegalStateException::new);
    }

    private void check(StatefulRedisPubSubConnection<byte[], byte[]> connection, boolean alive) {
        if (alive) {
            later(CHECK_MILLIS, () -> {
                if (!refused.isEmpty()) {
                    tryOut();
                }
                var _ = connection.async().ping().whenComplete((_, failure) -> check(connection, failure == null));
            });
        } else {
            var _ = connection.closeAsync();
            later(RETRY_MILLIS, this::connect);
        }
    }

    private void callAll() {
        listeners.forEach(Runnable::run);
    }

    private <T> CompletionStage<T> noted(String command, CompletionStage<T> answer) {
        return answer.whenComplete((_, failure) -> {
            if (failure == null) {
                refused.remove(command);
            } else if (RedisLink.cause(failure) instanceof RedisCommandExecutionException refusal) {
                refused.put(command, String.valueOf(refusal.getMessage()));
            }
        });
    }

    private void later(int millis, Runnable work) {
        if (!closed) {
            var _ = link.resources().eventExecutorGroup().schedule(work, millis, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        closed = true;
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
