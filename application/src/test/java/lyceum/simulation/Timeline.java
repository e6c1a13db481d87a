package lyceum.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What happened, in words, for whoever replays a schedule; off in the many runs that nobody reads. */
final class Timeline {

    private final Scheduler scheduler;
    private final boolean on;
    private final List<String> lines = new ArrayList<>();

    Timeline(Scheduler scheduler, boolean on) {
        this.scheduler = scheduler;
        this.on = on;
    }

    boolean on() {
        return on;
    }

    void note(Object who, String what) {
        if (on) {
            lines.add(String.format(Locale.ROOT, "%10.3f  %-6s %s", scheduler.now() / 1_000.0, who, what));
        }
    }

    List<String> lines() {
        return lines;
    }
}
