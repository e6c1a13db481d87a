package lyceum.adapters.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import redis.embedded.core.ExecutableProvider;

/**
 * A real Redis of a test's own on a free port, to be killed, frozen and started again. {@code REDIS_SERVER} names another
 * executable than the embedded one.
 */
final class LocalRedis implements AutoCloseable {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(20).toNanos();

    private final Path folder;
    private final int port;
    private final List<String> command;
    private Process process;

    private LocalRedis(String... settings) throws IOException {
        this.folder = Files.createTempDirectory("lyceum-redis");
        this.port = freePort();
        this.command = command(settings);
        this.process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::remove));
    }

    static LocalRedis start(String... settings) throws IOException {
        return new LocalRedis(settings);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private List<String> command(String... settings) throws IOException {
        var words = new ArrayList<>(List.of(executable().getPath(), "--port", Integer.toString(port)));
        words.addAll(List.of("--bind", "127.0.0.1", "--dir", folder.toString(), "--save", ""));
        words.addAll(List.of(settings));
        return words;
    }

    private static File executable() throws IOException {
        var other = System.getenv("REDIS_SERVER");
        return other == null ? ExecutableProvider.newJarResourceProvider().get() : new File(other);
    }

    String uri() {
        return "redis://127.0.0.1:" + port;
    }

    void restart() throws IOException {
        kill();
        process = launch();
    }

    private Process launch() throws IOException {
        var log = folder.resolve("log").toFile();
        var started = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log).start();
        long begin = System.nanoTime();
        while (!answers()) {
            if (!started.isAlive() || System.nanoTime() - begin > PATIENCE_NANOS) {
                throw new IOException("Redis did not start: " + Files.readString(log.toPath()));
            }
            LockSupport.parkNanos(5_000_000);
        }
        return started;
    }

    private boolean answers() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write("PING\r\n".getBytes(US_ASCII));
            return socket.getInputStream().read() == '+';
        } catch (IOException _) {
            return false;
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void freeze() throws IOException {
        signal("-STOP");
    }

    void thaw() throws IOException {
        signal("-CONT");
    }

    private void signal(String signal) throws IOException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().onExit().join();
    }

    @Override
    public void close() {
        remove();
    }

    /** May be done twice. */
    private void remove() {
        kill();
        try (var files = Files.list(folder)) {
            files.map(Path::toFile).forEach(File::delete);
        } catch (IOException _) {
            return;
        }
        var _ = folder.toFile().delete();
    }
}
