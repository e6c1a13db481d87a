package lyceum.application.course;

import lyceum.domain.cache.Body;
import lyceum.domain.course.Course;
import lyceum.domain.course.CoursePage;
import lyceum.domain.course.CourseQuery;

/** Makes the public representations. Equal input gives equal bytes; what is private has no place in the output. */
public interface CourseEncoder {

    Body course(Course course);

    Body page(CourseQuery query, CoursePage page);
}
