package lyceum.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChangeHistoryTest {

    private final ChangeHistory history = new ChangeHistory(Clock.systemUTC(), true);

    private void add(String namespace, String text) {
        history.add(namespace, new Document("text", text));
    }

    private int found(long after) {
        return history.after(after, "a.b", Integer.MAX_VALUE).changes().size();
    }

    @Test
    void nothingIsShownBeforeItIsRevealed() {
        add("a.b", "x");
        assertThat(found(0)).isZero();
        history.reveal();
        assertThat(found(0)).isOne();
        assertThat(history.last()).isOne();
    }

    @Test
    void aSearchGoesAsFarAsItHasLooked() {
        add("a.b", "x");
        add("a.c", "x");
        add("a.b", "x");
        add("a.c", "x");
        history.reveal();
        assertThat(history.after(0, "a.b", 1).last()).isEqualTo(1);
        assertThat(history.after(1, "a.b", 1).last()).isEqualTo(3);
        assertThat(history.after(3, "a.b", 1).last()).isEqualTo(4);
    }

    @Test
    void itKeepsSoManyAndNoMore() {
        for (var i = 0; i < ChangeHistory.MOST_CHANGES + 5; i++) {
            add("a.b", "x");
        }
        history.reveal();
        assertThat(found(5)).isEqualTo(ChangeHistory.MOST_CHANGES);
        assertThatThrownBy(() -> found(4)).isInstanceOf(HistoryLost.class);
    }

    @Test
    void itKeepsSoMuchAndNoMore() {
        var large = "x".repeat(ChangeHistory.MOST_BYTES / 10);
        for (var i = 0; i < 30; i++) {
            add("a.b", large);
        }
        history.reveal();
        assertThat(found(21)).isEqualTo(9);
        assertThatThrownBy(() -> found(20)).isInstanceOf(HistoryLost.class);
        add("a.b", "x".repeat(ChangeHistory.MOST_BYTES));
        history.reveal();
        assertThat(found(30)).isOne();
    }

    @Test
    void whoeverWaitsIsWokenOnceByWhatIsRevealed() {
        var woken = new AtomicInteger();
        history.whenMore(0, woken::incrementAndGet);
        add("a.b", "x");
        assertThat(woken).hasValue(0);
        history.reveal();
        history.reveal();
        assertThat(woken).hasValue(1);
        history.whenMore(0, woken::incrementAndGet);
        assertThat(woken).as("there is more already").hasValue(2);
        Runnable cancelled = woken::incrementAndGet;
        history.whenMore(1, cancelled);
        history.cancel(cancelled);
        add("a.b", "x");
        history.reveal();
        assertThat(woken).hasValue(2);
    }
}
