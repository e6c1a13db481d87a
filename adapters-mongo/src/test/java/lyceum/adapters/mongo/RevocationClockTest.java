package lyceum.adapters.mongo;

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
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.RevocationFeed;
import lyceum.domain.identity.RevocationFeed.Position;
import org.junit.jupiter.api.Test;

/** A feed whose server's clock is set back between two questions that are far apart. */
class RevocationClockTest {

    /** A server that may tell another time, and nothing else. */
    private static final class Backend extends EmbeddedBackend {

        private volatile Duration behind = Duration.ZERO;
        private volatile boolean shuttingDown;

        @Override
        public Document handleCommand(Channel channel, String database, String command, Document query) {
            if (shuttingDown && command.equals("find")) {
                throw new MongoServerError(91, "ShutdownInProgress", "shutting down");
            }
            var reply = super.handleCommand(channel, database, command, query);
            if (reply != null && reply.get("localTime") instanceof Instant time) {
                reply.put("localTime", time.minus(behind));
            }
            return reply;
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
