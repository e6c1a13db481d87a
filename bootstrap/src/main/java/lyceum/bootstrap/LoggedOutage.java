package lyceum.bootstrap;

import java.util.Optional;
import lyceum.application.coherence.LoopListener;
import lyceum.domain.identity.AccountsUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the log when something begins to fail and when it works again: once for each outage, and not for each of the turns that
 * are taken meanwhile. An outage that turns into another is told again.
 */
final class LoggedOutage implements LoopListener {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedOutage.class);

    private final String what;
    private final Runnable count;

    /** The last one; null while it works. Written by one turn after the other. */
    private volatile @Nullable Throwable failure;

    /**
     * @param what fails or works, such as "reading what was revoked"
     * @param count each failure
     */
    LoggedOutage(String what, Runnable count) {
        this.what = what;
        this.count = count;
    }

    @Override
    public void failed(Throwable why) {
        count.run();
        var before = failure;
        failure = why;
        if (before != null && before.getClass() == why.getClass()) {
            return;
        }
        if (why instanceof AccountsUnavailable) {
            LOG.warn("{} fails: MongoDB does not answer", what);
            LOG.debug("what happened", why);
        } else {
            LOG.error("{} fails", what, why);
        }
    }

    @Override
    public void succeeded() {
        if (failure != null) {
            failure = null;
            LOG.info("{} works again", what);
        }
    }

    /** Why it fails, in words that anyone may read; empty while it works. */
    Optional<String> reason() {
        return Optional.ofNullable(failure)
                .map(why -> why instanceof AccountsUnavailable ? "MongoDB does not answer" : "the log says why");
    }
}
