package lyceum.adapters.redis;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import lyceum.domain.identity.AccountsUnavailable;
import org.jspecify.annotations.Nullable;

/** Asks and waits for the answer. */
final class Waiting {

    /** Beyond the timeout of the command, which is what should end a wait. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final RedisLink link;
    private final Duration timeout;

    Waiting(RedisLink link, Duration timeout) {
        this.link = link;
        this.timeout = timeout.plus(GRACE);
    }

    <T extends @Nullable Object> T ask(Function<Session, CompletionStage<T>> question) {
        try {
            return link.ask(question, AccountsUnavailable::new)
                    .toCompletableFuture()
                    .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof AccountsUnavailable failure ? failure : new AccountsUnavailable(e);
        }
    }
}
