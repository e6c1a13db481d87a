package lyceum.bootstrap.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis server on a free loopback port. It keeps nothing on disk, and it dies with this process.
 *
 * <p>Only the binary is taken from embedded-redis: its own launcher stops Redis from a shutdown hook, that is while
 * requests are still being answered, and leaves it running for ever when the JVM is killed.
 */
public final class EmbeddedRedis implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);

    /** Between the choice of a free port and its use by Redis another process may take it. */
    private static final int ATTEMPTS = 5;

    private static final String READY = "Ready to accept connections";

    private static final List<String> DIRECTIVES =
            List.of("bind 127.0.0.1", "maxmemory 128mb", "save \"\"", "appendonly no", "daemonize no");

    private final LeashedProcess process;
    private final int port;

    private EmbeddedRedis(LeashedProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    public static EmbeddedRedis inFolder(Path folder, EvictionPolicy policy) {
        return inFolder(folder, List.of("maxmemory-policy " + policy.directive()));
    }

    /** The given lines of configuration come last, so they win over those of this class. */
    static EmbeddedRedis inFolder(Path folder, List<String> directives) {
        try {
            Path place = Files.createDirectories(folder).toRealPath();
            Path binary = ExecutableProvider.newJarResourceProvider(place.toFile()).get().toPath();
            Path config = place.resolve("redis.conf");
            Files.write(config, DIRECTIVES);
            Files.write(config, directives, StandardOpenOption.APPEND);
            return started(List.of(binary.toString(), config.toString(), "--dir", place.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded Redis does not start; set REDIS_URL to use another", e);
        }
    }

    private static EmbeddedRedis started(List<String> command) throws IOException {
        IOException failure = new IOException("not tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = freePort();
            List<String> onPort = new ArrayList<>(command);
            onPort.addAll(List.of("--port", Integer.toString(port)));
            try {
                return new EmbeddedRedis(LeashedProcess.start(onPort, READY), port);
            } catch (IOException e) {
                LOG.debug("Redis did not start on port {}", port, e);
                failure = e;
            }
        }
        throw failure;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.close();
    }
}
