package lyceum.e2e.coherence;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import lyceum.e2e.coherence.Disturbance.Cut;
import lyceum.e2e.coherence.Disturbance.Delay;
import lyceum.e2e.coherence.Disturbance.Direction;
import lyceum.e2e.coherence.Disturbance.Swallow;

/** One connection through a {@link FaultProxy}. */
final class Link implements AutoCloseable {

    private static final int CHUNK = 64 << 10;

    private final FaultProxy proxy;
    private final Socket client;
    private final Socket server;
    private final LogSniffer sniffer = new LogSniffer();
    /** Whoever decides to throw a chunk away has said so before anyone else can look whether it happened. */
    private final ReentrantLock deciding = new ReentrantLock();
    private volatile boolean log;
    private boolean maimed;

    Link(FaultProxy proxy, Socket client, Socket server) throws IOException {
        this.proxy = proxy;
        this.client = client;
        this.server = server;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    void start() {
        Thread.ofVirtual().start(() -> carry(client, server, Direction.TO_SERVER));
        Thread.ofVirtual().start(() -> carry(server, client, Direction.TO_CLIENT));
    }

    boolean isLog() {
        return log;
    }

    private void carry(Socket from, Socket to, Direction way) {
        try (this) {
            var chunk = new byte[CHUNK];
            for (int length; (length = from.getInputStream().read(chunk)) >= 0;) {
                if (way == Direction.TO_SERVER) {
                    proxy.countSent();
                    if (sniffer.finds(chunk, length)) {
                        log = true;
                    }
                }
                hold(way);
                if (passes(way)) {
                    to.getOutputStream().write(chunk, 0, length);
                }
            }
        } catch (IOException closed) {
            // By one side or by us; the other side is closed as well.
        }
    }

    private void hold(Direction way) {
        if (concerned().effect() instanceof Delay(var direction, var duration) && direction.covers(way)) {
            var end = System.nanoTime() + duration.toNanos();
            for (long left; (left = end - System.nanoTime()) > 0;) {
                LockSupport.parkNanos(left);
            }
        }
    }

    private boolean passes(Direction way) {
        deciding.lock();
        try {
            obey();
            var lost = concerned().effect() instanceof Swallow(var direction, var percent)
                    && direction.covers(way)
                    && proxy.loses(percent);
            maimed |= lost;
            return !lost;
        } finally {
            deciding.unlock();
        }
    }

    /** Closes itself if connections of its kind are cut. */
    void obey() {
        if (concerned().effect() instanceof Cut) {
            close();
        }
    }

    void closeIfMaimed() {
        deciding.lock();
        try {
            if (maimed) {
                close();
            }
        } finally {
            deciding.unlock();
        }
    }

    private Disturbance concerned() {
        var current = proxy.disturbance();
        return current.target().concerns(log) ? current : Disturbance.NONE;
    }

    @Override
    public void close() {
        proxy.forget(this);
        try (client; server) {
            // Both are closed, whatever becomes of the first.
        } catch (IOException e) {
            // It was broken already.
        }
    }
}
