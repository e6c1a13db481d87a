package lyceum.adapters.redis;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a reader of the log. It is one of its own, for a read that waits would hold up what comes after it.
 *
 * <p>Whatever goes wrong ends it, a command that times out included: the connection may be a black hole, which nothing but
 * silence tells. The next question opens another, wherever the server then is.
 */
final class LogLink implements AutoCloseable {

    private final RedisClient client;
    private final RedisURI uri;

    private final AtomicReference<@Nullable CompletableFuture<Opened>> current = new AtomicReference<>();

    private record Opened(StatefulRedisConnection<byte[], byte[]> connection, Session session) {}

    /** @param longest how long a command may wait by intention */
    LogLink(ClientResources resources, RedisServer server, Duration longest) {
        this.uri = RedisURI.create(server.uri());
        uri.setTimeout(server.connectTimeout());
        this.client = RedisClient.create(resources);
        client.setOptions(server.readerOptions(longest));
    }

    <T> CompletionStage<T> ask(Function<Session, CompletionStage<T>> question) {
        var opened = opened();
        return opened.thenCompose(known -> question.apply(known.session)).whenComplete((_, failure) -> {
            if (failure != null) {
                discard(opened);
            }
        });
    }

    private synchronized CompletableFuture<Opened> opened() {
        var known = current.get();
        if (known == null) {
            known = open();
            current.set(known);
        }
        return known;
    }

    private CompletableFuture<Opened> open() {
        return client.connectAsync(ByteArrayCodec.INSTANCE, uri)
                .toCompletableFuture()
                .thenCompose(connection -> Session.of(connection.async())
                        .thenApply(session -> new Opened(connection, session))
                        .whenComplete((_, failure) -> {
                            if (failure != null) {
                                var _ = connection.closeAsync();
                            }
                        }));
    }

    private void discard(CompletableFuture<Opened> one) {
        current.compareAndSet(one, null);
        var _ = one.thenCompose(opened -> opened.connection.closeAsync());
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
    }
}
