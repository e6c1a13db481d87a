package lyceum.domain.identity;

import java.util.function.Supplier;

/**
 * Makes and checks password hashes. Both are slow and hungry by design: the implementation bounds how many run at once,
 * and callers never call it from an event loop.
 */
public interface PasswordHasher {

    PasswordHash hash(String password);

    boolean matches(String password, PasswordHash hash);

    /** Whether the hash was made with other parameters than it would be now. */
    boolean isOutdated(PasswordHash hash);

    /**
     * Waits for its turn, then does the work, in which hashing does not wait again. So what is asked before a hash is made can
     * be asked at the last moment, and not before a long queue.
     */
    <T> T inTurn(Supplier<T> work);
}
