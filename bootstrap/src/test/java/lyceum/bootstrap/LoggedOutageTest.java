package lyceum.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.atomic.AtomicInteger;
import lyceum.domain.identity.AccountsUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggedOutageTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(LoggedOutage.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final AtomicInteger failures = new AtomicInteger();
    private final LoggedOutage outage = new LoggedOutage("reading", failures::incrementAndGet);

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void an_outage_is_told_once_and_so_is_its_end() {
        for (var round = 0; round < 2; round++) {
            for (var turn = 0; turn < 9; turn++) {
                outage.failed(new AccountsUnavailable(new IllegalStateException("away")));
            }
            assertThat(outage.reason()).contains("MongoDB does not answer");
            outage.succeeded();
            outage.succeeded();
            assertThat(outage.reason()).isEmpty();
        }
        assertThat(failures).as("each is counted").hasValue(18);
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).containsExactly(
                "reading fails: MongoDB does not answer",
                "reading works again",
                "reading fails: MongoDB does not answer",
                "reading works again");
    }

    @Test
    void a_failure_of_another_kind_is_told_with_its_cause() {
        outage.failed(new AccountsUnavailable(new IllegalStateException("away")));
        outage.failed(new ClassCastException("what is that?"));
        outage.failed(new ClassCastException("what is that?"));
        assertThat(outage.reason()).contains("the log says why");
        assertThat(log.list).hasSize(2);
        assertThat(log.list.getLast().getLevel()).isEqualTo(Level.ERROR);
        assertThat(log.list.getLast().getThrowableProxy().getMessage()).isEqualTo("what is that?");
    }
}
