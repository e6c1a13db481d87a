package lyceum.bootstrap;

import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.util.Optional;
import lyceum.adapters.redis.RedisAdapter;
import lyceum.application.course.ReadCourse;
import lyceum.application.course.WarmCatalogue;
import lyceum.application.identity.Presence;
import lyceum.bootstrap.FirstStart.NewAdmin;
import lyceum.bootstrap.settings.Settings;
import lyceum.domain.course.CourseFeed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves until it is told to stop. */
final class Server {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** The port is another program's. */
    static final class PortTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PortTaken(int port, Throwable cause) {
            super(
                    "Port %d is in use by another program: stop it, or choose another port with LYCEUM_PORT"
                            .formatted(port),
                    cause);
        }
    }

    private final Settings settings;
    private final Lyceum lyceum;

    Server(Settings settings, Lyceum lyceum) {
        this.settings = settings;
        this.lyceum = lyceum;
    }

    /** Answers requests from here on; the rest of the start goes on behind. */
    Welcome start() {
        var first = lyceum.get(FirstStart.class);
        first.sampleCatalogue();
        Optional<NewAdmin> admin = first.admin();
        var synchronised = lyceum.get(Synchronisation.class)
                .start(lyceum.get(RedisAdapter.class), lyceum.get(CourseFeed.class), lyceum.get(ReadCourse.class));
        var informed = lyceum.get(RevocationWatch.class).start();
        var presence = lyceum.get(Presence.class);
        presence.start();
        lyceum.beforeClosing(presence::close);
        var http = lyceum.get(EmbeddedServer.class);
        synchronised.toCompletableFuture().join();
        informed.toCompletableFuture().join();
        listen(http);
        if (settings.caching().warm() && settings.caching().on()) {
            warm();
        }
        return new Welcome(settings, lyceum.servers(), http.getURL().toString(), first.published(), admin);
    }

    private void listen(EmbeddedServer http) {
        try {
            http.start();
        } catch (RuntimeException failure) {
            if (causedByTakenPort(failure)) {
                throw new PortTaken(settings.http().port(), failure);
            }
            throw failure;
        }
    }

    private static boolean causedByTakenPort(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }

    private void warm() {
        lyceum.get(WarmCatalogue.class).warm().whenComplete((result, failure) -> {
            if (failure != null) {
                LOG.warn("warming failed", failure);
            } else {
                LOG.info(
                        "warmed {} lists and {} courses in {} ms, {} errors",
                        result.lists(),
                        result.courses(),
                        result.duration().toMillis(),
                        result.errors());
            }
        });
    }
}
