package lyceum.application.identity;

/** Makes secrets that nobody can guess: at least 256 bits of chance, in URL-safe characters. */
@FunctionalInterface
public interface Secrets {

    String next();
}
