package lyceum.adapters.web.identity;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import lyceum.adapters.web.WebOptions;
import lyceum.adapters.web.problem.Problem;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.PasswordHasher;

/**
 * Argon2id (m=19456, t=2, p=1) on threads of its own: few at a time, so that a rush of logins leaves cores to the reads and
 * memory to everything, and a queue with an end. Callers wait on virtual threads.
 */
@Singleton
final class Argon2Hasher implements PasswordHasher {

    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final int SALT_BYTES = 16;

    private final ThreadPoolExecutor threads;

    Argon2Hasher(WebOptions options) {
        threads = new ThreadPoolExecutor(
                options.hashingAtOnce(),
                options.hashingAtOnce(),
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(options.hashingQueue()),
                HashingThread::new);
    }

    @Override
    public PasswordHash hash(String password) {
        return inTurn(() -> new PasswordHash(Password.hash(password)
                .addRandomSalt(SALT_BYTES)
                .with(ARGON2)
                .getResult()));
    }

    /** By the parameters in the hash, so that hashes made with earlier ones go on counting. */
    @Override
    public boolean matches(String password, PasswordHash hash) {
        return inTurn(() -> Password.check(password, hash.value())
                .with(Argon2Function.getInstanceFromHash(hash.value())));
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
        return !ARGON2.equals(Argon2Function.getInstanceFromHash(hash.value()));
    }

    @Override
    public <T> T inTurn(Supplier<T> work) {
        if (Thread.currentThread() instanceof HashingThread) {
            return work.get();
        }
        try {
            return result(threads.submit(work::get));
        } catch (RejectedExecutionException full) {
            throw Problem.unavailable("Too many are signing in at once.").asException();
        }
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
            throw Problem.unavailable("The server is stopping.").asException();
        }
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
