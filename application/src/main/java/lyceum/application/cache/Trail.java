package lyceum.application.cache;

import java.util.ArrayList;
import java.util.List;
import lyceum.application.cache.CacheStatistics.Event;
import lyceum.application.cache.Step.Outcome;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.Kind;

/**
 * What happened on one read's way: told to the statistics, and to whoever gets the answer. A time-out may ask while the way
 * goes on, hence the monitor.
 */
final class Trail {

    private final Kind kind;
    private final CacheStatistics statistics;
    private final List<Step> steps = new ArrayList<>();

    Trail(Kind kind, CacheStatistics statistics) {
        this.kind = kind;
        this.statistics = statistics;
    }

    synchronized void passed(String place, Outcome outcome) {
        steps.add(new Step(place, outcome, false));
    }

    void passed(String tier, Outcome outcome, Event event) {
        passed(tier, outcome);
        counted(tier, event);
    }

    void counted(String place, Event event) {
        statistics.count(place, kind, event);
    }

    synchronized void stored(String tier) {
        counted(tier, Event.FILL);
        steps.replaceAll(step -> step.tier().equals(tier) ? step.andStored() : step);
    }

    synchronized Answer leadsTo(CacheEntry entry) {
        return new Answer(entry, List.copyOf(steps), false);
    }

    /** The answer with one step more that is not part of the way, which goes on. */
    synchronized Answer leadsTo(CacheEntry entry, Step last) {
        var all = new ArrayList<>(steps);
        all.add(last);
        return new Answer(entry, List.copyOf(all), false);
    }
}
