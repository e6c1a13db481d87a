package lyceum.domain.identity;

/** The passwords that are tried first by whoever guesses (NIST SP 800-63B, 5.1.1.2). */
@FunctionalInterface
public interface CommonPasswords {

    boolean contains(String password);
}
