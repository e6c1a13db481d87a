package lyceum.adapters.mongo;

import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import lyceum.contract.FeedReader;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.course.CourseFeed;
import lyceum.domain.course.CourseFeed.Position;
import lyceum.domain.course.CourseRepository;
import org.junit.jupiter.api.Test;

/** A feed whose store goes away, and comes back with what was written meanwhile. */
class FeedOutageTest {

    private static final String HOST = "127.0.0.1";

    /** Its data outlives its server. */
    private static final class Lasting extends EmbeddedBackend {

        @Override
        public void close() {
            // Or it would forget.
        }
    }

    private static ApplicationContext start(int port) {
        return ApplicationContext.run(
                Map.of("mongodb.uri", "mongodb://" + HOST + ':' + port + "/lyceum", MongoAdapter.TIMEOUT, "300ms"));
    }

    private static MongoServer serve(Lasting backend, int port) {
        var server = new MongoServer(backend);
        server.bind(HOST, port);
        return server;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void whatAnotherWroteMeanwhileIsNotMissed() throws IOException {
        var port = freePort();
        var backend = new Lasting();
        var server = serve(backend, port);
        try (var context = start(port)) {
            var reader = FeedReader.from(context.getBean(CourseFeed.class));
            server.shutdownNow();
            assertThat(reader.failure()).isInstanceOf(CatalogueUnavailable.class);
            writeElsewhere(backend);
            server = serve(backend, port);
            assertThat(reader.drainOnceItAnswers()).isEqualTo(Map.of(id(1), 2L, id(2), 1L));
            assertThat(reader.drain()).isEmpty();
        } finally {
            server.shutdownNow();
        }
    }

    private static void writeElsewhere(Lasting backend) throws IOException {
        var port = freePort();
        var server = serve(backend, port);
        try (var context = start(port)) {
            var courses = context.getBean(CourseRepository.class);
            courses.insert(course(1).build());
            courses.insert(course(2).build());
            courses.delete(id(1), 1);
        } finally {
            server.shutdownNow();
        }
    }

    @Test
    void aStoreThatWasNeverThereIsAnOutage() throws IOException {
        try (var context = start(freePort())) {
            var feed = context.getBean(CourseFeed.class);
            assertThat(feed.since(Duration.ZERO).handle((_, failure) -> failure).toCompletableFuture().join())
                    .isInstanceOf(CatalogueUnavailable.class)
                    .isNotInstanceOf(CompletionException.class);
            assertThat(FeedReader.from(feed, new Position("")).failure()).isInstanceOf(CatalogueUnavailable.class);
        }
    }
}
