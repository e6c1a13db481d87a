package lyceum.e2e.coherence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * A network between one instance and its Redis, or another server, that can be disturbed.
 *
 * <p>Two virtual threads per connection carry what is read, chunk by chunk, and ask before each what is to become of
 * it. A connection that lost a chunk is closed when the disturbance ends: TCP delivers all or breaks, and a client
 * must not be left with a stream from which something is missing in the middle.
 */
public final class FaultProxy implements AutoCloseable {

    private final int server;
    private final ServerSocket door;
    private final Random random;
    private final LongAdder lost = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private volatile Disturbance disturbance = Disturbance.NONE;

    public FaultProxy(int server, long seed) {
        this.server = server;
        this.random = new Random(seed);
        try {
            this.door = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::acceptAll);
    }

    public int port() {
        return door.getLocalPort();
    }

    Disturbance disturbance() {
        return disturbance;
    }

    /** Whether a chunk is to be lost: of a hundred so many, by the seed. */
    boolean loses(int percent) {
        var drawn = percent > 0 && random.nextInt(100) < percent;
        if (drawn) {
            lost.increment();
        }
        return drawn;
    }

    /** How many have been, under the present disturbance. */
    long lost() {
        return lost.sum();
    }

    void countSent() {
        sent.increment();
    }

    /** How many chunks clients have sent, which for one that waits for each answer is how much it asked. */
    public long sent() {
        return sent.sum();
    }

    public void impose(Disturbance next) {
        lost.reset();
        disturbance = next;
        links.forEach(Link::obey);
    }

    public void heal() {
        disturbance = Disturbance.NONE;
        links.forEach(Link::closeIfMaimed);
    }

    long logConnections() {
        return links.stream().filter(Link::isLog).count();
    }

    void forget(Link link) {
        links.remove(link);
    }

    private void acceptAll() {
        while (!door.isClosed()) {
            try {
                accept(door.accept());
            } catch (IOException closed) {
                // Either the door, which ends this, or a server that does not listen: its client has been told.
            }
        }
    }

    private void accept(Socket client) throws IOException {
        try {
            var link = new Link(this, client, new Socket(InetAddress.getLoopbackAddress(), server));
            links.add(link);
            link.start();
            link.obey();
        } catch (IOException away) {
            client.close();
            throw away;
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        links.forEach(Link::close);
    }
}
