package lyceum.e2e.coherence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Says what it is told. */
final class EchoServer implements AutoCloseable {

    private final ServerSocket door;

    EchoServer() {
        try {
            this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::acceptAll);
    }

    int port() {
        return door.getLocalPort();
    }

    private void acceptAll() {
        try {
            while (true) {
                var client = door.accept();
                Thread.ofVirtual().start(() -> echo(client));
            }
        } catch (IOException closed) {
            // The end.
        }
    }

    private static void echo(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            var chunk = new byte[1_024];
            for (int length; (length = client.getInputStream().read(chunk)) >= 0;) {
                client.getOutputStream().write(chunk, 0, length);
            }
        } catch (IOException closed) {
            // By the other side.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
