package lyceum.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lyceum.domain.cache.Announcement.Cleared;
import lyceum.domain.cache.Announcement.Confirmed;
import lyceum.domain.cache.ChangeLog;
import lyceum.domain.cache.ChangeLog.Entry;
import org.junit.jupiter.api.Test;

class LogReadingTest {

    private static final Map<String, String> CLEARED = Map.of("op", "cleared");

    private final List<String> marks = new ArrayList<>();
    private final LogReading reading =
            new LogReading(LogPosition.atEnd("0123456789abcdef", List.of("10-0", "20-0")), 1_000, 990, marks::add);

    private void read(int partition, String prev, String id, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("prev", prev);
        reading.read(partition, id, all);
    }

    private static Map<String, String> confirmed(long until) {
        return Map.of("op", "confirmed", "until", Long.toString(until));
    }

    @Test
    void recordsThatFollowEachOtherAreNoGapAndThePositionIsAfterThem() {
        read(0, "10-0", "11-0", CLEARED);
        read(1, "20-0", "21-3", CLEARED);
        read(0, "11-0", "11-1", CLEARED);
        var batch = reading.batch(true);
        assertThat(batch.gap()).isFalse();
        assertThat(batch.last().text()).isEqualTo("0123456789abcdef 11-1/0 21-3/0");
        assertThat(batch.entries()).containsExactly(
                new Entry(new Cleared(), 1_011), new Entry(new Cleared(), 1_021), new Entry(new Cleared(), 1_011));
    }

    @Test
    void aRecordThatFollowsAnotherIsAGap() {
        read(0, "10-1", "11-0", CLEARED);
        assertThat(reading.batch(true).gap()).isTrue();
        assertThat(reading.batch(false).gap()).isFalse();
    }

    @Test
    void aMarkIsNoEntryAndNoGap() {
        read(0, "10-0", "11-0", Map.of("op", "mark", "token", "t"));
        read(0, "11-0", "12-0", Map.of("op", "mark"));
        assertThat(marks).containsExactly("t", "");
        assertThat(reading.batch(true).entries()).isEmpty();
        assertThat(reading.batch(true).gap()).isFalse();
    }

    @Test
    void confirmationsCountOnceAllPartitionsHaveThemAndTheLeastDoes() {
        read(0, "10-0", "11-0", confirmed(500));
        read(1, "20-0", "21-0", confirmed(400));
        read(1, "21-0", "22-0", confirmed(600));
        read(1, "22-0", "23-0", confirmed(700));
        assertThat(reading.batch(true).entries().stream().map(Entry::announcement))
                .containsExactly(new Confirmed(400 + 990), new Confirmed(500 + 990));
    }

    @Test
    void aPositionRemembersWhatWasConfirmed() {
        read(0, "10-0", "11-0", confirmed(500));
        var last = reading.batch(true).last();
        assertThat(LogPosition.parse(last, 2)).isEqualTo(reading.position());
        assertThat(LogPosition.parse(last, 1)).isNull();
        assertThat(LogPosition.parse(null, 0)).isNull();
        assertThat(LogPosition.parse(new ChangeLog.Position("a 1-1/2 9999999999999999999-1/2"), 2)).isNull();
    }

    @Test
    void idsAreOrderedAsNumbers() {
        assertThat(LogPosition.before("9-0", "10-0")).isTrue();
        assertThat(LogPosition.before("10-9", "10-10")).isTrue();
        assertThat(LogPosition.before("10-10", "10-10")).isFalse();
        assertThat(LogPosition.before("11-0", "10-10")).isFalse();
    }
}
