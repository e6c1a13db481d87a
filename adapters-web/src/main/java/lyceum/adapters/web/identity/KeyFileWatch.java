package lyceum.adapters.web.identity;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import lyceum.adapters.web.WebOptions;

/** While the server runs, looks at the file of keys every few seconds, if there is one: requests do not wait for a disk. */
@Singleton
final class KeyFileWatch implements ApplicationEventListener<ServerStartupEvent> {

    private static final int SECONDS = 3;

    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("token-keys").daemon().factory());
    private final KeyRing keys;
    private final WebOptions options;

    KeyFileWatch(KeyRing keys, WebOptions options) {
        this.keys = keys;
        this.options = options;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent started) {
        if (options.tokenKeys().file().isPresent()) {
            var _ = thread.scheduleWithFixedDelay(keys::look, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
