package lyceum.adapters.mongo;

import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.micronaut.context.ApplicationContext;
import io.netty.channel.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lyceum.contract.FeedReader;
import lyceum.contract.RevocationReader;
import lyceum.contract.SessionFixture;
import lyceum.domain.course.CourseFeed;
import lyceum.domain.course.CourseRepository;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Revocation.OfSession;
import lyceum.domain.identity.RevocationFeed;
import lyceum.domain.identity.RevocationFeed.Position;
import lyceum.domain.identity.SessionRepository;
import org.junit.jupiter.api.Test;

/** A feed whose server's clock is set back between two questions that are far apart, or is not the one that stamps. */
class RevocationClockTest {

    /** A server that may tell another time, and nothing else. */
    private static final class Backend extends EmbeddedBackend {

        private volatile Duration behind = Duration.ZERO;
        private volatile boolean shuttingDown;
        private volatile boolean router;

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            if (shuttingDown && command.equals("find")) {
                throw new MongoServerError(91, "ShutdownInProgress", "shutting down");
            }
            var reply = super.handleCommand(channel, database, command, query);
            if (reply != null && reply.get("localTime") instanceof Instant time) {
                reply.put("localTime", time.minus(behind));
                // What is asked of the server itself is asked by the driver, which need not know.
                if (router && !database.equals("admin")) {
                    reply.put("msg", "isdbgrid");
                }
            }
            return reply;
        }
    }

    /** Half a minute behind the router's clock are those of the servers that stamp. */
    @Test
    void behindARouterClocksMayDiffer() {
        var backend = new Backend();
        backend.router = true;
        backend.behind = Duration.ofSeconds(-30);
        var server = new MongoServer(backend);
        var uri = server.bindAndGetConnectionString() + "/lyceum";
        try (var context = ApplicationContext.run(Map.of("mongodb.uri", uri, MongoAdapter.TIMEOUT, "5s"))) {
            var revocations = RevocationReader.since(context.getBean(RevocationFeed.class), Duration.ZERO);
            var changes = FeedReader.from(context.getBean(CourseFeed.class));
            var sessions = context.getBean(SessionRepository.class);
            sessions.insert(SessionFixture.session(1), SessionFixture.grant(0));
            sessions.end(SessionFixture.sessionId(1));
            context.getBean(CourseRepository.class).insert(course(1).build());
            assertThat(revocations.read()).contains(new OfSession(SessionFixture.sessionId(1)));
            assertThat(changes.drain()).containsKey(id(1));
        } finally {
            server.shutdownNow();
        }
    }

    private static Position longAgo() {
        var time = Instant.now().minusSeconds(600).toEpochMilli();
        return new Position("poll:" + time + ':' + time + ":0");
    }

    @Test
    void thatIsToldEvenIfTheFirstQuestionAfterItFails() {
        var backend = new Backend();
        var server = new MongoServer(backend);
        var uri = server.bindAndGetConnectionString() + "/lyceum";
        try (var context = ApplicationContext.run(Map.of("mongodb.uri", uri, MongoAdapter.TIMEOUT, "5s"))) {
            var feed = context.getBean(RevocationFeed.class);
            assertThat(feed.after(longAgo()).gap()).isFalse();
            backend.behind = Duration.ofSeconds(10);
            backend.shuttingDown = true;
            assertThatExceptionOfType(AccountsUnavailable.class).isThrownBy(() -> feed.after(longAgo()));
            backend.shuttingDown = false;
            assertThat(feed.after(longAgo()).gap()).isTrue();
            assertThat(feed.after(longAgo()).gap()).isFalse();
        } finally {
            server.shutdownNow();
        }
    }
}
