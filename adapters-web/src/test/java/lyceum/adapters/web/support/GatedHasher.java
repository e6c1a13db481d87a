package lyceum.adapters.web.support;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.PasswordHasher;

/** The real hasher behind a gate that a test can close; remembers which threads came to it. */
public final class GatedHasher {

    private final Queue<Thread> callers = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile CountDownLatch arrivals = new CountDownLatch(0);

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
                return hasher.matches(password, hash);
            }

            @Override
            public boolean isOutdated(PasswordHash hash) {
                return hasher.isOutdated(hash);
            }

            @Override
            public <T> T inTurn(Supplier<T> work) {
                return pass(() -> hasher.inTurn(work));
            }
        };
    }

    private <T> T pass(Supplier<T> work) {
        callers.add(Thread.currentThread());
        arrivals.countDown();
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return work.get();
    }
}
