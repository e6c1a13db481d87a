package lyceum.adapters.redis;

import java.util.ArrayList;
import java.util.List;
import lyceum.domain.cache.ChangeLog;
import org.jspecify.annotations.Nullable;

/**
 * A place in the logs of all partitions of one incarnation of a server, written {@code incarnation id/confirmed
 * id/confirmed ...}. What was confirmed last in each partition belongs to it: what is confirmed in all of them is the least.
 */
record LogPosition(String incarnation, List<Place> places) {

    /** @param confirmed in Redis' time; {@link Confirmation#NONE} if nothing was since this reader began */
    record Place(String id, long confirmed) {

        Place at(String next) {
            return new Place(next, confirmed);
        }
    }

    LogPosition {
        places = List.copyOf(places);
    }

    static LogPosition atEnd(String incarnation, List<String> ids) {
        return new LogPosition(
                incarnation, ids.stream().map(id -> new Place(id, Confirmation.NONE)).toList());
    }

    /** Null if it is none of so many partitions. */
    static @Nullable LogPosition parse(ChangeLog.@Nullable Position position, int partitions) {
        var parts = position == null ? new String[0] : position.text().split(" ", -1);
        if (parts.length != partitions + 1) {
            return null;
        }
        var places = new ArrayList<Place>();
        for (int i = 1; i < parts.length; i++) {
            var place = place(parts[i]);
            if (place == null) {
                return null;
            }
            places.add(place);
        }
        return new LogPosition(parts[0], places);
    }

    private static @Nullable Place place(String text) {
        var parts = text.split("/", -1);
        return parts.length == 2 && parts[0].matches("\\d{1,18}-\\d{1,18}") && parts[1].matches("\\d{1,16}")
                ? new Place(parts[0], Long.parseLong(parts[1]))
                : null;
    }

    ChangeLog.Position asPosition() {
        var text = new StringBuilder(incarnation);
        places.forEach(place -> text.append(' ').append(place.id).append('/').append(place.confirmed));
        return new ChangeLog.Position(text.toString());
    }

    /** Whether one id of a stream is older than another. */
    static boolean before(String one, String other) {
        int order = Long.compare(part(one, 0), part(other, 0));
        return order < 0 || (order == 0 && part(one, 1) < part(other, 1));
    }

    /** When the record was appended, in Redis' time: that is what an id begins with. */
    static long time(String id) {
        return part(id, 0);
    }

    private static long part(String id, int index) {
        return Long.parseLong(id.split("-", -1)[index]);
    }
}
