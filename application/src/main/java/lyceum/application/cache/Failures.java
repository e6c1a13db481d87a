package lyceum.application.cache;

import java.util.concurrent.CompletionException;

/** What really went wrong in a stage. */
public final class Failures {

    private Failures() {}

    public static Throwable unwrap(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null
                ? unwrap(failure.getCause())
                : failure;
    }
}
