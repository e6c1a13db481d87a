package lyceum.bootstrap.embedded;

import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import lyceum.adapters.mongo.MongoAdapter;
import lyceum.contract.FeedReader;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseFeed;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A feed that reads a change stream, and a store that cannot be reached for a while. */
class EmbeddedFeedOutageIT {

    @TempDir
    private Path folder;

    private static ApplicationContext start(int port, String timeout) {
        return ApplicationContext.run(
                Map.of("mongodb.uri", "mongodb://127.0.0.1:" + port + "/lyceum", MongoAdapter.TIMEOUT, timeout));
    }

    private static int port(EmbeddedMongo store) {
        return URI.create(store.uri()).getPort();
    }

    @Test
    void whatIsWrittenMeanwhileIsNotMissed() throws IOException {
        try (var store = EmbeddedMongo.inMemory();
                var writer = start(port(store), "30s");
                var relay = Relay.to(port(store));
                var context = start(relay.port(), "500ms")) {
            var reader = FeedReader.from(context.getBean(CourseFeed.class));
            for (var round = 0; round < 3; round++) {
                relay.cut();
                var due = write(writer.getBean(CourseRepository.class), 100 * round);
                assertThat(reader.failure()).isInstanceOf(CatalogueUnavailable.class);
                relay.heal();
                assertThat(reader.drainOnceItAnswers()).containsOnlyKeys(due);
            }
        }
    }

    private static CourseId[] write(CourseRepository courses, int from) {
        var some = IntStream.rangeClosed(from + 1, from + 20).mapToObj(number -> course(number).build()).toList();
        some.forEach(courses::insert);
        return some.stream().map(Course::id).toArray(CourseId[]::new);
    }

    /** What it knew of its changes was in its memory. */
    @Test
    void aStoreThatWasRestartedHasAGap() throws IOException {
        var first = EmbeddedMongo.inFolder(folder);
        try (var relay = Relay.to(port(first)); var context = start(relay.port(), "500ms")) {
            var courses = context.getBean(CourseRepository.class);
            var reader = FeedReader.from(context.getBean(CourseFeed.class));
            courses.insert(course(1).build());
            first.close();
            assertThat(reader.failure()).isInstanceOf(CatalogueUnavailable.class);
            try (var second = EmbeddedMongo.inFolder(folder)) {
                relay.leadTo(port(second));
                reader.awaitAnswer();
                assertThat(reader.next().gap()).isTrue();
                courses.insert(course(2).build());
                assertThat(reader.drain()).isEqualTo(Map.of(id(2), 1L));
            }
        }
    }
}
