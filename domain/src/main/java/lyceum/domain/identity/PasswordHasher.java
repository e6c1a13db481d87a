package lyceum.domain.identity;

/**
 * Makes and checks password hashes. Both are slow and hungry by design: the implementation bounds how many run at once,
 * and callers never call it from an event loop.
 */
public interface PasswordHasher {

    PasswordHash hash(String password);

    boolean matches(String password, PasswordHash hash);
}
