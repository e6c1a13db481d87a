package lyceum.adapters.web.course;

import lyceum.adapters.web.problem.Problem;
import lyceum.domain.course.CourseId;

/** Ids in paths. */
public final class Ids {

    private Ids() {}

    public static CourseId course(String text) {
        return CourseId.parse(text).orElseThrow(() -> Problem.badRequest(
                "course_id", "must be 24 hexadecimal digits in lower case")
                .asException());
    }
}
