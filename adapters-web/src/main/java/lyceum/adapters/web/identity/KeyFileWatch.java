package lyceum.adapters.web.identity;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import lyceum.adapters.web.WebOptions;

/**
 * Looks at the file of keys every few seconds, if there is one: requests do not wait for a disk. Keys without a file need nobody to
 * look after them, and are made when they are needed.
 */
@Context
final class KeyFileWatch {

    private static final int SECONDS = 3;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("token-keys").daemon().factory());

    KeyFileWatch(BeanProvider<KeyRing> keys, WebOptions options) {
        if (options.tokenKeys().file().isPresent()) {
            var _ = thread.scheduleWithFixedDelay(keys.get()::look, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
