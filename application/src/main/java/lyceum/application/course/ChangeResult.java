package lyceum.application.course;

import lyceum.domain.course.Course;

/** What became of a wish to change a course. */
public sealed interface ChangeResult {

    /** It was stored; the course is as it was stored, or as it was last if it was deleted. */
    record Done(Course course) implements ChangeResult {}

    /** There is no such course, or none this actor may know of. */
    record NotFound() implements ChangeResult {}

    record Forbidden() implements ChangeResult {}

    /** The course is not in the state the actor expected. */
    record PreconditionFailed() implements ChangeResult {}

    /** Others changed the course again and again meanwhile; nothing was stored. */
    record Contended() implements ChangeResult {}
}
