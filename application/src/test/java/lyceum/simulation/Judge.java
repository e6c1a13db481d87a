package lyceum.simulation;

import java.util.ArrayList;
import java.util.List;
import lyceum.application.cache.Answer;

/** Compares what a read was answered with what had been committed, acknowledged and shown when it began. */
final class Judge {

    /** For clocks that differ in rate over the bound, and for times that are rounded to milliseconds. */
    private static final long MARGIN = 10_000;

    private record Acknowledged(int course, long number, long at) {}

    private final Store store;
    private final Verdict verdict;
    private final boolean calm;
    private final long lag;
    private final List<Acknowledged> acknowledged = new ArrayList<>();

    /** @param lag how soon an acknowledged write is everywhere while nothing is wrong */
    Judge(Store store, Verdict verdict, boolean calm, long lag) {
        this.store = store;
        this.verdict = verdict;
        this.calm = calm;
        this.lag = lag;
    }

    void acknowledged(Session session, int course, long number, long at) {
        acknowledged.add(new Acknowledged(course, number, at));
        for (var key = 0; key < Catalogue.KEYS; key++) {
            if (Catalogue.shows(key, course) && store.dueUpTo(key, course, number) == number) {
                session.acknowledged[key][course] = Math.max(session.acknowledged[key][course], number);
            }
        }
    }

    void judge(Reading reading, Answer answer) {
        var sight = store.sight(answer.content());
        if (sight.began() < reading.ended()) {
            violated(Invariant.I1_NO_RESURRECTION, reading, "loaded at " + sight.began() / 1_000.0);
        }
        for (var course = 0; course < Catalogue.COURSES; course++) {
            if (Catalogue.shows(reading.key(), course)) {
                judge(reading, course, sight.changes(course), answer.stale());
            }
        }
        if (!Catalogue.list(reading.key())) {
            judgeVersion(reading, sight.version(reading.key()), answer.stale());
        }
        if ((calm || reading.last()) && answer.stale()) {
            violated(reading.last() ? Invariant.CONVERGENCE : Invariant.CALM, reading, "marked stale");
        }
    }

    private void judge(Reading reading, int course, long seen, boolean stale) {
        var key = reading.key();
        demand(Invariant.I2_READ_YOUR_WRITES, reading, course, seen, reading.acknowledged(course));
        if (!stale) {
            demand(Invariant.I4_BOUNDED_STALENESS, reading, course, seen,
                    store.dueBefore(key, course, reading.due() - MARGIN));
        }
        if (reading.last()) {
            demand(Invariant.CONVERGENCE, reading, course, seen, store.dueUpTo(key, course, store.changes(course)));
        }
        if (calm) {
            acknowledged.stream()
                    .filter(write -> write.course() == course && write.at() + lag < reading.began())
                    .forEach(write -> demand(
                            Invariant.LAG, reading, course, seen, store.dueUpTo(key, course, write.number())));
        }
    }

    private void demand(Invariant invariant, Reading reading, int course, long seen, long due) {
        if (seen < due) {
            violated(invariant, reading,
                    "change " + seen + " of " + Catalogue.name(course) + " in place of " + due);
        }
    }

    /** What is marked stale may be older than what was shown before; it does not count as shown itself. */
    private void judgeVersion(Reading reading, long version, boolean stale) {
        if (version < reading.shown() && !stale) {
            violated(Invariant.I3_MONOTONIC, reading, "version " + version + " after " + reading.shown());
        }
        var shown = reading.session().shown;
        shown[reading.key()] = Math.max(shown[reading.key()], version);
    }

    private void violated(Invariant invariant, Reading reading, String what) {
        verdict.violated(invariant, reading + ": " + what);
    }
}
