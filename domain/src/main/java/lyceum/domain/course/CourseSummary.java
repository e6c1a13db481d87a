package lyceum.domain.course;

import java.time.Instant;

/** A course as a list shows it: without description, modules, and whatever is not public. */
public record CourseSummary(
        CourseId id,
        CourseDetails details,
        int durationMinutes,
        CourseState state,
        Popularity popularity,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public static CourseSummary of(Course course) {
        return new CourseSummary(
                course.id(),
                course.details().withoutDescription(),
                course.durationMinutes(),
                course.state(),
                course.popularity(),
                course.createdAt(),
                course.updatedAt(),
                course.version());
    }
}
