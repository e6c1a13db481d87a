package lyceum.simulation;

import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time, in microseconds, and what is to happen in it. Everything runs on the caller's thread, in the order of its
 * time and, within one moment, of its scheduling; so a run is a function of its seed.
 *
 * <p>Each event is a step of one host, in the life that the host had when the event was scheduled: a crash drops what was to
 * follow, a pause puts it off.
 */
final class Scheduler {

    private static final class Event implements Comparable<Event> {
        private final long number;
        private final Host host;
        private final int life;
        private final Runnable step;
        private long at;

        Event(long at, long number, Host host, Runnable step) {
            this.at = at;
            this.number = number;
            this.host = host;
            this.life = host.life();
            this.step = step;
        }

        @Override
        public int compareTo(Event other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    private final PriorityQueue<Event> queue = new PriorityQueue<>();

    /** Time-outs, most of which come to nothing. Those of one service last equally long, so they come in order by themselves. */
    private final Map<Service, Queue<Event>> timeouts = new EnumMap<>(Service.class);

    private long now;
    private long numbers;
    private boolean stopped;

    /** Nothing more happens. */
    void stop() {
        stopped = true;
    }

    long now() {
        return now;
    }

    void after(long micros, Host host, Runnable step) {
        queue.add(new Event(now + Math.max(0, micros), ++numbers, host, step));
    }

    void afterTimeout(Service service, Host host, Runnable step) {
        timeouts.computeIfAbsent(service, _ -> new ArrayDeque<>())
                .add(new Event(now + service.timeout(), ++numbers, host, step));
    }

    void runUntil(long end) {
        for (var next = first(); next != null && next.element().at <= end && !stopped; next = first()) {
            var event = next.remove();
            now = event.at;
            run(event);
        }
        now = end;
    }

    /** The queue whose head is the next event; null if there is none. */
    private @Nullable Queue<Event> first() {
        Queue<Event> first = queue.isEmpty() ? null : queue;
        for (var other : timeouts.values()) {
            if (!other.isEmpty() && (first == null || other.element().compareTo(first.element()) < 0)) {
                first = other;
            }
        }
        return first;
    }

    private void run(Event event) {
        if (event.life != event.host.life()) {
            return;
        }
        if (event.host.pausedUntil() > now) {
            event.at = event.host.pausedUntil();
            queue.add(event);
        } else {
            event.step.run();
        }
    }
}
