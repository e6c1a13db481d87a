package lyceum.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes down every command that a Redis is sent, also those whose effect is over before anybody looks. */
final class RedisMonitor implements AutoCloseable {

    private final RedisProcess redis;
    private final Socket socket;
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AtomicInteger marks = new AtomicInteger();

    RedisMonitor(RedisProcess redis) {
        this.redis = redis;
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), redis.port());
            socket.getOutputStream().write("MONITOR\r\n".getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::read);
        Until.holds("it is monitored", () -> seen("OK"));
    }

    private void read() {
        try (var input = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            for (var line = input.readLine(); line != null; line = input.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            // By us, or with the server.
        }
    }

    private boolean seen(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    /** Everything up to now. */
    String text() {
        var mark = "mark-" + marks.incrementAndGet();
        redis.ask(commands -> commands.echo(mark));
        Until.holds("the monitor has come so far", () -> seen(mark));
        return String.join("\n", lines);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
