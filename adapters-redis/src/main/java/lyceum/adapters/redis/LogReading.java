package lyceum.adapters.redis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lyceum.adapters.redis.LogPosition.Place;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.ChangeLog;
import lyceum.domain.cache.ChangeLog.Entry;

/**
 * Reads on from a position, a record at a time. There is a gap if a record does not follow the one read before in its
 * partition, or cannot be understood.
 *
 * <p>A confirmation of one partition says nothing of the others: what is passed on is the least of all, whenever it moves. All
 * that was appended to any partition before its own confirmation has been passed on by then.
 */
final class LogReading {

    private final String incarnation;
    private final List<Place> places;
    private final List<Entry> entries = new ArrayList<>();
    private final long nearShift;
    private final long earlyShift;
    private final Consumer<String> marks;
    private boolean gap;

    /**
     * @param nearShift what to add to Redis' time for that of the clock here
     * @param earlyShift the same, and never too much
     * @param marks is given the tokens of marks
     */
    LogReading(LogPosition from, long nearShift, long earlyShift, Consumer<String> marks) {
        this.incarnation = from.incarnation();
        this.places = new ArrayList<>(from.places());
        this.nearShift = nearShift;
        this.earlyShift = earlyShift;
        this.marks = marks;
    }

    void read(int partition, String id, Map<String, String> fields) {
        var place = places.get(partition);
        gap |= !place.id().equals(fields.get(LogRecord.PREV));
        places.set(partition, place.at(id));
        if (LogRecord.isMark(fields)) {
            marks.accept(fields.getOrDefault(LogRecord.TOKEN, ""));
            return;
        }
        LogRecord.read(fields).ifPresentOrElse(
                announcement -> announced(partition, announcement, LogPosition.time(id) + nearShift),
                () -> gap = true);
    }

    private void announced(int partition, Announcement announcement, long at) {
        if (announcement instanceof Announcement.Confirmed(var until)) {
            long before = confirmed();
            places.set(partition, new Place(places.get(partition).id(), until));
            if (confirmed() > before) {
                entries.add(new Entry(new Announcement.Confirmed(confirmed() + earlyShift), at));
            }
        } else {
            entries.add(new Entry(announcement, at));
        }
    }

    private long confirmed() {
        return places.stream().mapToLong(Place::confirmed).min().orElse(Confirmation.NONE);
    }

    LogPosition position() {
        return new LogPosition(incarnation, places);
    }

    ChangeLog.Batch batch(boolean detectsGaps) {
        return new ChangeLog.Batch(entries, position().asPosition(), gap && detectsGaps);
    }

    /** Names and values as texts. */
    static Map<String, String> texts(Map<byte[], byte[]> body) {
        var fields = new HashMap<String, String>();
        body.forEach((name, value) -> fields.put(Bytes.text(name), Bytes.text(value)));
        return fields;
    }
}
