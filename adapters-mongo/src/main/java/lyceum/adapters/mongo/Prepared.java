package lyceum.adapters.mongo;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Something of the store's that must be prepared before its first use, such as a collection whose unique indexes its promises
 * rest upon. If the store cannot be reached the next use tries again, so a process may start before its database.
 */
final class Prepared<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Prepared.class);

    private final T value;
    private final Consumer<T> preparation;

    /** Set once, after the preparation; preparing twice is harmless. */
    private volatile boolean done;

    private Prepared(T value, Consumer<T> preparation) {
        this.value = value;
        this.preparation = preparation;
    }

    /** Prepares it at once if the store can be reached, and before the first use otherwise. */
    static <T> Prepared<T> soon(T value, Consumer<T> preparation) {
        var prepared = new Prepared<>(value, preparation);
        try {
            prepared.get();
        } catch (RuntimeException e) {
            if (!Outages.isOutage(e)) {
                throw e;
            }
            LOG.warn("MongoDB cannot be reached; its indexes will be made before its first use");
            LOG.debug("what happened", e);
        }
        return prepared;
    }

    T get() {
        if (!done) {
            preparation.accept(value);
            done = true;
        }
        return value;
    }
}
