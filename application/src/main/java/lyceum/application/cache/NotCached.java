package lyceum.application.cache;

/** The answer was to come from a cache only, and none has it. */
public final class NotCached extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotCached() {
        super("no cache has an answer that will do");
    }
}
