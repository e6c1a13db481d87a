package lyceum.application.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lyceum.application.course.CourseWrites.Change;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import lyceum.domain.validation.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What the rows of a batch that speak of one course make of it, applied in their order; stored as one change. */
final class Plan {

    /** What becomes of a row once the plan is carried out. */
    sealed interface Outcome {

        record Created() implements Outcome {}

        record Updated() implements Outcome {}

        record Unchanged() implements Outcome {}

        record Rejected(Rejection rejection) implements Outcome {}
    }

    private final List<CoursePatch> patches;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final @Nullable Change change;

    Plan(List<CoursePatch> patches, @Nullable Course stored, CourseMerge merge) {
        this.patches = patches;
        var course = stored;
        for (var patch : patches) {
            course = apply(patch, course, merge);
        }
        this.change = change(stored, course, merge);
    }

    private @Nullable Course apply(CoursePatch patch, @Nullable Course course, CourseMerge merge) {
        try {
            var next = course == null ? merge.create(patch) : merge.update(course, patch);
            outcomes.add(course == null
                    ? new Outcome.Created()
                    : next.equals(course) ? new Outcome.Unchanged() : new Outcome.Updated());
            return next;
        } catch (InvalidInput invalid) {
            outcomes.add(new Outcome.Rejected(Rejection.of(patch.line(), invalid)));
            return course;
        }
    }

    /** Whether nothing is left to do, given what was stored. */
    boolean done(Set<CourseId> storedCourses) {
        return change == null || change.after() == null || storedCourses.contains(change.after().id());
    }

    private static @Nullable Change change(@Nullable Course stored, @Nullable Course course, CourseMerge merge) {
        if (course == null || course.equals(stored)) {
            return null;
        }
        return new Change(stored, stored == null ? course : merge.next(stored, course));
    }

    List<CoursePatch> patches() {
        return patches;
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** What is to be stored; null if the rows change nothing. */
    @Nullable
    Change change() {
        return change;
    }
}
