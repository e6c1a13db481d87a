package lyceum.adapters.web.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import lyceum.adapters.web.WebOptions;
import lyceum.adapters.web.problem.Problem;
import lyceum.adapters.web.problem.ProblemException;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.PasswordHasher;

/**
 * Argon2id (m=19456, t=2, p=1) on threads of its own: few at a time, so that a rush of logins leaves cores to the reads and
 * memory to everything, and queues with an end. Callers wait on virtual threads.
 *
 * <p>There are two queues. Whoever has a turn to come, which is what a login waits for, goes before all who only want a hash, and
 * either may be full without the other. So a flood of registrations holds a login up by the hashes in progress and no more.
 */
@Singleton
final class Argon2Hasher implements PasswordHasher {

    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ExecutorService threads;
    private final Line turns;
    private final Line hashes;

    /** Some who wait, or whose work is being done. */
    private record Line(String full, Semaphore room, Queue<Runnable> waiting) {

        Line(String full, int room) {
            this(full, new Semaphore(room), new ConcurrentLinkedQueue<>());
        }
    }

    Argon2Hasher(WebOptions options) {
        var room = options.hashingAtOnce() + options.hashingQueue();
        turns = new Line("Too many are signing in at once.", room);
        hashes = new Line("Too many want an account at once.", room);
        threads = Executors.newFixedThreadPool(options.hashingAtOnce(), HashingThread::new);
    }

    @Override
    public PasswordHash hash(String password) {
        return in(hashes, () -> new PasswordHash(Password.hash(password)
                .addRandomSalt(SALT_BYTES)
                .with(ARGON2)
                .getResult()));
    }

    /** By the parameters in the hash, so that hashes made with earlier ones go on counting. */
    @Override
    public boolean matches(String password, PasswordHash hash) {
        return inTurn(() -> HashParameters.of(hash)
                .map(function -> Password.check(password, hash.value()).with(function))
                .orElseGet(() -> matchesNothing(password)));
    }

    /** And takes as long to do so. */
    private boolean matchesNothing(String password) {
        return Password.check(password, nobodys().value()).with(ARGON2);
    }

    /** Chance instead of a hash: whoever found its password would have broken Argon2id. */
    @Override
    public PasswordHash nobodys() {
        return new PasswordHash("$argon2id$v=19$m=" + ARGON2.getMemory() + ",t=" + ARGON2.getIterations() + ",p="
                + ARGON2.getParallelism() + '$' + random(SALT_BYTES) + '$' + random(ARGON2.getOutputLength()));
    }

    private static String random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return !HashParameters.of(hash).equals(Optional.of(ARGON2));
    }

    @Override
    public <T> T inTurn(Supplier<T> work) {
        return in(turns, work);
    }

    private <T> T in(Line line, Supplier<T> work) {
        if (Thread.currentThread() instanceof HashingThread) {
            return work.get();
        }
        if (!line.room.tryAcquire()) {
            throw Problem.unavailable(line.full).asException();
        }
        try {
            var task = new FutureTask<T>(work::get);
            line.waiting.add(task);
            threads.execute(() -> next().run());
            return result(task);
        } catch (RejectedExecutionException stopped) {
            throw stopping();
        } finally {
            line.room.release();
        }
    }

    /** There is one for each time that a thread asks. */
    private synchronized Runnable next() {
        var turn = turns.waiting.poll();
        return turn == null ? hashes.waiting.remove() : turn;
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException known
                    ? known
                    : new IllegalStateException("hashing a password failed", failed.getCause());
        } catch (InterruptedException stopped) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw stopping();
        }
    }

    private static ProblemException stopping() {
        return Problem.unavailable("The server is stopping.").asException();
    }

    private static final class HashingThread extends Thread {

        HashingThread(Runnable work) {
            super(work, "hashing");
            setDaemon(true);
        }
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }
}
