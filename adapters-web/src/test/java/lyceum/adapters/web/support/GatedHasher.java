package lyceum.adapters.web.support;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.PasswordHasher;

/**
 * The real hasher behind a gate that a test can close, and with turns that a test can hold; remembers which threads came to it
 * and which ones compared passwords.
 */
public final class GatedHasher {

    private final Queue<Thread> callers = new ConcurrentLinkedQueue<>();
    private final Set<Thread> computers = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch arrivals = new CountDownLatch(0);
    private volatile CountDownLatch release = new CountDownLatch(0);
    private volatile CountDownLatch turns = new CountDownLatch(0);

    /** Holds everyone from now on. */
    public void close(int expected) {
        arrivals = new CountDownLatch(expected);
        gate = new CountDownLatch(1);
    }

    public void open() {
        gate.countDown();
    }

    public void awaitArrivals() throws InterruptedException {
        arrivals.await();
    }

    /** Nobody's turn comes to an end from now on. */
    public void holdTurns(int expected) {
        turns = new CountDownLatch(expected);
        release = new CountDownLatch(1);
    }

    public void awaitTurns() throws InterruptedException {
        turns.await();
    }

    public void releaseTurns() {
        release.countDown();
    }

    /** All that compared passwords, each one at a time. */
    public Set<Thread> computers() {
        return computers;
    }

    public Queue<Thread> callers() {
        return callers;
    }

    PasswordHasher around(PasswordHasher hasher) {
        return new PasswordHasher() {
            @Override
            public PasswordHash hash(String password) {
                return pass(() -> hasher.hash(password));
            }

            @Override
            public boolean matches(String password, PasswordHash hash) {
                computers.add(Thread.currentThread());
                return hasher.matches(password, hash);
            }

            @Override
            public PasswordHash nobodys() {
                return hasher.nobodys();
            }

            @Override
            public boolean isOutdated(PasswordHash hash) {
                return hasher.isOutdated(hash);
            }

            @Override
            public <T> T inTurn(Supplier<T> work) {
                return pass(() -> hasher.inTurn(() -> held(work)));
            }
        };
    }

    private <T> T pass(Supplier<T> work) {
        callers.add(Thread.currentThread());
        arrivals.countDown();
        await(gate);
        return work.get();
    }

    private <T> T held(Supplier<T> work) {
        turns.countDown();
        await(release);
        return work.get();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
