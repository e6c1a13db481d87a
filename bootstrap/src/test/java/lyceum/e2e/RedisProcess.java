package lyceum.e2e;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import redis.embedded.RedisServer;

/** A Redis of the test's own, to be killed and started again at the same place. */
public final class RedisProcess implements AutoCloseable {

    private final int port = freePort();
    private RedisServer server = startServer();

    public int port() {
        return port;
    }

    /** By its own account. */
    public long pid() {
        return ask(redis -> info(redis.info("server"), "process_id"));
    }

    String url() {
        return "redis://127.0.0.1:" + port;
    }

    public void stop() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void startAgain() {
        server = startServer();
    }

    private RedisServer startServer() {
        try {
            var started = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .build();
            started.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public <T> T ask(Function<RedisCommands<String, String>, T> question) {
        try (var client = RedisClient.create(url());
                var connection = client.connect()) {
            return question.apply(connection.sync());
        }
    }

    List<String> keysWithoutTtl() {
        return ask(redis -> {
            var eternal = new ArrayList<String>();
            ScanIterator.scan(redis).forEachRemaining(key -> {
                if (redis.pttl(key) == -1) {
                    eternal.add(key);
                }
            });
            return eternal;
        });
    }

    /** How many commands it has carried out, but for those of this question. */
    public long commands() {
        return ask(redis -> info(redis.info("stats"), "total_commands_processed"));
    }

    /** How often a command was called. */
    long calls(String command) {
        return ask(redis -> info(redis.info("commandstats").replace(",", "\n").replace(":calls=", "="),
                "cmdstat_" + command));
    }

    private static long info(String text, String name) {
        return text.lines()
                .filter(line -> line.startsWith(name + ':') || line.startsWith(name + '='))
                .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
