package lyceum.application.cache;

/** The source of truth was too slow, or is left alone for a moment after a run of failures. Worth asking again soon. */
public final class SourceUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SourceUnavailable(String why) {
        super(why);
    }
}
