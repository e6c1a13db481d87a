package lyceum.simulation;

import org.jspecify.annotations.Nullable;

/** The first violation of a run. It may be found deep inside the policy's own stages, so it is noted and not thrown. */
final class Verdict {

    private final Scheduler scheduler;
    private final Timeline timeline;
    private @Nullable Violation first;

    Verdict(Scheduler scheduler, Timeline timeline) {
        this.scheduler = scheduler;
        this.timeline = timeline;
    }

    void violated(Invariant invariant, String what) {
        if (first == null) {
            first = new Violation(invariant, scheduler.now(), what);
            timeline.note("!!!", first.toString());
            scheduler.stop();
        }
    }

    @Nullable
    Violation first() {
        return first;
    }
}
