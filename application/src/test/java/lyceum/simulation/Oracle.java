package lyceum.simulation;

import java.util.LinkedHashSet;
import java.util.Set;
import lyceum.application.cache.Answer;
import lyceum.application.cache.Failures;
import lyceum.application.cache.SourceUnavailable;
import lyceum.domain.course.CatalogueUnavailable;
import org.jspecify.annotations.Nullable;

/** Follows every read and write from its beginning to its end: whether it ends in time, and how. */
final class Oracle {

    /** A read that boarded another's may ask again, and every tier may time out on the way. */
    private static final long LONGEST = 2 * Settings.HARD.toMillis() * 1_000 + 2_000_000;

    private final Scheduler scheduler;
    private final Verdict verdict;
    private final Timeline timeline;
    private final Loads loads;
    private final Judge judge;
    private final boolean calm;
    private final Set<Reading> open = new LinkedHashSet<>();
    private long judged;
    private boolean well;

    Oracle(Scheduler scheduler, Judge judge, Verdict verdict, Timeline timeline, boolean calm) {
        this.scheduler = scheduler;
        this.judge = judge;
        this.verdict = verdict;
        this.timeline = timeline;
        this.loads = new Loads(scheduler, verdict, calm);
        this.calm = calm;
    }

    Loads loads() {
        return loads;
    }

    long judged() {
        return judged;
    }

    Reading readBegan(Session session, int key, long bound) {
        var reading = new Reading(session, key, scheduler.now(), bound, well);
        open.add(reading);
        return reading;
    }

    void readEnded(Reading reading, @Nullable Answer answer, @Nullable Throwable failure) {
        open.remove(reading);
        judged++;
        checkTime(reading);
        if (answer == null) {
            failed(reading, Failures.unwrap(failure == null ? new IllegalStateException("no answer") : failure));
        } else {
            if (timeline.on()) {
                timeline.note(reading.session().host(), "answers " + Catalogue.name(reading.key()) + ": version "
                        + answer.content().version() + (answer.stale() ? ", marked stale" : "") + ", by "
                        + answer.steps());
            }
            judge.judge(reading, answer);
        }
    }

    private void failed(Reading reading, Throwable failure) {
        timeline.note(reading.session().host(), "fails: " + failure);
        if (!(failure instanceof SourceUnavailable || failure instanceof CatalogueUnavailable)) {
            violated(Invariant.ESCAPE, reading, failure.toString());
        } else if (reading.last()) {
            violated(Invariant.CONVERGENCE, reading, failure.toString());
        } else if (calm) {
            violated(Invariant.CALM, reading, failure.toString());
        }
    }

    void writeAcknowledged(Session session, int course, long number) {
        judge.acknowledged(session, course, number, scheduler.now());
    }

    /** A store that cannot be asked is the one way in which a write may fail. */
    void writeFailed(Session session, Throwable failure) {
        var why = Failures.unwrap(failure);
        timeline.note(session.host(), "write failed: " + why);
        if (!(why instanceof CatalogueUnavailable)) {
            verdict.violated(Invariant.ESCAPE, session.host() + " writes: " + why);
        }
    }

    /** From now on no read may fail, or show anything but the latest. */
    void everythingIsWell() {
        well = true;
    }

    /** Looks for reads that never ended, the last ones among them. */
    void close() {
        open.removeIf(reading -> reading.session().over());
        open.forEach(this::checkTime);
        open.stream().filter(Reading::last).forEach(
                reading -> violated(Invariant.CONVERGENCE, reading, "no answer yet"));
    }

    private void checkTime(Reading reading) {
        if (reading.took(scheduler.now()) > LONGEST) {
            violated(Invariant.HANG, reading, "since " + reading.began() / 1_000.0);
        }
    }

    private void violated(Invariant invariant, Reading reading, String what) {
        verdict.violated(invariant, reading + ": " + what);
    }
}
