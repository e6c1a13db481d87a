package lyceum.adapters.redis;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A way to a Redis that can lose what goes over it: the connections that there are stay open and pass nothing on, as when
 * a firewall forgets them. Connections made later work.
 */
final class Wire implements AutoCloseable {

    private final ServerSocket server;
    private final int target;
    private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile AtomicBoolean passing = new AtomicBoolean(true);

    private Wire(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    static Wire to(LocalRedis redis) throws IOException {
        var wire = new Wire(
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), URI.create(redis.uri()).getPort());
        Thread.startVirtualThread(wire::accept);
        return wire;
    }

    String uri() {
        return "redis://127.0.0.1:" + server.getLocalPort();
    }

    void swallow() {
        passing.set(false);
        passing = new AtomicBoolean(true);
    }

    private void accept() {
        try {
            while (true) {
                var near = server.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.add(near);
                sockets.add(far);
                var pass = passing;
                Thread.startVirtualThread(() -> pipe(near, far, pass));
                Thread.startVirtualThread(() -> pipe(far, near, pass));
            }
        } catch (IOException _) {
            return;
        }
    }

    /** What is swallowed is read all the same, and an end is not passed on either. */
    private static void pipe(Socket from, Socket to, AtomicBoolean pass) {
        var buffer = new byte[8_192];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (pass.get()) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
            }
            if (pass.get()) {
                to.close();
            }
        } catch (IOException _) {
            quietly(to);
        }
    }

    private static void quietly(Closeable socket) {
        try {
            socket.close();
        } catch (IOException _) {
            return;
        }
    }

    @Override
    public void close() {
        quietly(server);
        sockets.forEach(Wire::quietly);
    }
}
