package lyceum.adapters.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import java.time.Duration;

/**
 * Where Redis is and how long to wait for it.
 *
 * @param uri {@code redis://}, {@code rediss://} or {@code redis-sentinel://}, with user, password and database
 * @param connectTimeout how long an attempt to connect may take, and the most that a start waits for the first one
 * @param commandTimeout after which a command counts as failed; its outcome is then unknown
 * @param maxPending commands sent and not yet answered; what is over it fails at once, so that a Redis that hangs costs
 *     no memory
 */
public record RedisServer(String uri, Duration connectTimeout, Duration commandTimeout, int maxPending) {

    public RedisServer {
        RedisURI.create(uri);
        if (!connectTimeout.isPositive() || !commandTimeout.isPositive() || maxPending < 1) {
            throw new IllegalArgumentException("Redis needs positive timeouts and room for pending commands");
        }
    }

    public static RedisServer at(String uri) {
        return new RedisServer(uri, Duration.ofSeconds(1), Duration.ofMillis(500), 16_384);
    }

    public RedisServer withCommandTimeout(Duration timeout) {
        return new RedisServer(uri, connectTimeout, timeout, maxPending);
    }

    ClientOptions clientOptions() {
        return options(commandTimeout).build();
    }

    /** A connection that is lost stays so; whoever asks next opens another. */
    ClientOptions readerOptions(Duration longest) {
        return options(commandTimeout.plus(longest)).autoReconnect(false).build();
    }

    /** Without a connection commands fail at once, and none is sent again after one was lost. */
    private ClientOptions.Builder options(Duration timeout) {
        return ClientOptions.builder().disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .replayFilter(_ -> true).requestQueueSize(maxPending)
                .timeoutOptions(TimeoutOptions.enabled(timeout))
                .socketOptions(SocketOptions.builder().connectTimeout(connectTimeout).build());
    }

    /** Without the address: it may hold a password. */
    @Override
    public String toString() {
        return "RedisServer[" + RedisURI.create(uri) + "]";
    }
}
