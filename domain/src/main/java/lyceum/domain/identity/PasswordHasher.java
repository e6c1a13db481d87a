package lyceum.domain.identity;

import java.util.function.Supplier;

/**
 * Makes and checks password hashes. Both are slow and hungry by design: the implementation bounds how many run at once,
 * and callers never call it from an event loop.
 */
public interface PasswordHasher {

    /** Outside a turn it waits behind all turns: whoever wants an account keeps nobody who has one. */
    PasswordHash hash(String password);

    /** What is no hash, for another program put it there, matches nothing, and takes no less time. */
    boolean matches(String password, PasswordHash hash);

    /** What no password has, and takes as long to compare with as what is made now. To have it costs nothing. */
    PasswordHash nobodys();

    /** Whether the hash was made with other parameters than it would be now. */
    boolean isOutdated(PasswordHash hash);

    /**
     * Waits for its turn, then does the work, in which hashing does not wait again. So what is asked before a hash is made can
     * be asked at the last moment, and not before a long queue.
     */
    <T> T inTurn(Supplier<T> work);
}
