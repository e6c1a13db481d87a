package lyceum.adapters.web;

import java.util.Optional;

/** Asks one part of the system how it is. */
public interface HealthProbe {

    String name();

    /** Whether the system is of no use without this part. */
    boolean required();

    /** What is wrong, in words that anyone may read; empty if nothing is. It may block for a second or two. */
    Optional<String> complaint();
}
