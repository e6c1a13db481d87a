package lyceum.adapters.redis;

import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisConnectionStateListener;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The connection, and whether there is one.
 *
 * <p>Nothing is asked of a server before it is known which one it is: a session exists from the moment a connected server
 * has told its run id until the connection is lost. A command in flight when it is lost fails and is never sent again, for
 * the next server may not be the same. Lettuce reconnects by itself once it was connected; until then {@link #connect} is
 * repeated.
 */
final class RedisLink implements AutoCloseable {

    private static final Delay RETRY = Delay.equalJitter(50, 500, 50, TimeUnit.MILLISECONDS);
    private static final int RETRY_MILLIS = 250;

    private final ClientResources resources;
    private final RedisURI uri;
    private final RedisClient client;
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final CurrentSession session = new CurrentSession();
    private volatile @Nullable Throwable why;
    private volatile boolean closed;

    RedisLink(RedisServer server) {
        this.resources = ClientResources.builder().reconnectDelay(RETRY).build();
        this.uri = RedisURI.create(server.uri());
        // Else a server that accepts and then says nothing is waited for a minute.
        uri.setTimeout(server.connectTimeout());
        this.client = RedisClient.create(resources);
        client.setOptions(server.clientOptions());
    }

    void connect() {
        var _ = client.connectAsync(ByteArrayCodec.INSTANCE, uri).whenComplete((connection, failure) -> {
            if (connection != null) {
                connection.addListener(new Watcher(connection));
                identify(connection, session.newTurn());
            } else if (!closed) {
                why = failure;
                first.complete(null);
                later(this::connect);
            }
        });
    }

    private void identify(StatefulRedisConnection<byte[], byte[]> connection, int turn) {
        if (!session.isTurn(turn)) {
            return;
        }
        var _ = Session.of(connection.async()).whenComplete((known, failure) -> {
            if (failure == null) {
                session.begin(known, turn);
            } else {
                why = failure;
                later(() -> identify(connection, turn));
            }
            first.complete(null);
        });
    }

    private void later(Runnable work) {
        var _ = resources.eventExecutorGroup().schedule(work, RETRY_MILLIS, TimeUnit.MILLISECONDS);
    }

    ClientResources resources() {
        return resources;
    }

    boolean connected() {
        return session.get() != null;
    }

    void awaitFirst(Duration longest) {
        first.completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /** Asks the server, if there is one. Whatever goes wrong becomes a failure of the answer, made by {@code wrap}. */
    <T> CompletionStage<T> ask(
            Function<Session, CompletionStage<T>> question, Function<Throwable, RuntimeException> wrap) {
        var answer = new CompletableFuture<T>();
        try {
            var _ = question.apply(known()).whenComplete((value, failure) -> {
                var _ = failure == null
                        ? answer.complete(value)
                        : answer.completeExceptionally(wrap.apply(cause(failure)));
            });
        } catch (RuntimeException e) {
            answer.completeExceptionally(wrap.apply(e));
        }
        return answer;
    }

    private Session known() {
        var known = session.get();
        if (known == null) {
            throw new RedisConnectionException("not connected", why);
        }
        return known;
    }

    static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    @Override
    public void close() {
        closed = true;
        var _ = session.newTurn();
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        resources.shutdown(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    private final class Watcher implements RedisConnectionStateListener {

        private final StatefulRedisConnection<byte[], byte[]> connection;

        Watcher(StatefulRedisConnection<byte[], byte[]> connection) {
            this.connection = connection;
        }

        @Override
        public void onRedisConnected(RedisChannelHandler<?, ?> handler, SocketAddress address) {
            identify(connection, session.newTurn());
        }

        @Override
        public void onRedisDisconnected(RedisChannelHandler<?, ?> handler) {
            var _ = session.newTurn();
        }
    }
}
