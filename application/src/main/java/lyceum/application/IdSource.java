package lyceum.application;

/** Gives ids of 24 lower-case hexadecimal digits, each once. */
@FunctionalInterface
public interface IdSource {

    String next();
}
