package lyceum.application.cache;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import lyceum.domain.cache.Kind;

/**
 * Counts what the policy does, per place and kind, in this process: a striped increment per event, never a round trip.
 * A place is a tier's name, or {@link #SOURCE}.
 */
public final class CacheStatistics {

    /** The place where loads are counted. */
    public static final String SOURCE = "source";

    public enum Event {
        HIT,
        STALE_HIT,
        MISS,
        FILL,
        /** A fill or publication that was refused because something newer had happened. */
        REFUSED,
        INVALIDATION,
        UNAVAILABLE,
        /** A read that found another at work and waited. */
        LEASE_WAIT,
        /** Something held that nobody had confirmed lately. */
        SUSPECT,
        /** A hit that was refreshed before its fresh time was over. */
        REFRESH,
        LOAD,
        LOAD_FAILURE,
        /** A read that the load took too long for. */
        TIMEOUT
    }

    /** The counts of one place and kind. */
    public record Line(String place, String kind, Map<Event, Long> counts) {

        public long count(Event event) {
            return counts.getOrDefault(event, 0L);
        }

        /** Hits of all lookups, fresh or stale; 0 before the first. */
        public double hitRatio() {
            var hits = count(Event.HIT) + count(Event.STALE_HIT);
            var lookups = hits + count(Event.MISS);
            return lookups == 0 ? 0 : (double) hits / lookups;
        }
    }

    private final ConcurrentHashMap<String, ConcurrentHashMap<Kind, Map<Event, LongAdder>>> places =
            new ConcurrentHashMap<>();

    void count(String place, Kind kind, Event event) {
        Objects.requireNonNull(counters(place, kind).get(event)).increment();
    }

    /** Plain reads first: computeIfAbsent may lock, and this is on the path of every hit. */
    private Map<Event, LongAdder> counters(String place, Kind kind) {
        var kinds = places.get(place);
        var counters = kinds == null ? null : kinds.get(kind);
        return counters != null
                ? counters
                : places.computeIfAbsent(place, _ -> new ConcurrentHashMap<>())
                        .computeIfAbsent(kind, _ -> newCounters());
    }

    /** Filled once and never changed, so it is read without a lock. */
    private static Map<Event, LongAdder> newCounters() {
        var counters = new EnumMap<Event, LongAdder>(Event.class);
        for (var event : Event.values()) {
            counters.put(event, new LongAdder());
        }
        return counters;
    }

    public List<Line> lines() {
        var lines = new ArrayList<Line>();
        places.forEach((place, kinds) -> kinds.forEach((kind, counters) -> {
            var counts = new EnumMap<Event, Long>(Event.class);
            counters.forEach((event, counter) -> counts.put(event, counter.sum()));
            lines.add(new Line(place, kind.name(), counts));
        }));
        return List.copyOf(lines);
    }
}
