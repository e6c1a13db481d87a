package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CoursePage;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseRepository;
import lyceum.domain.course.CourseSummary;
import lyceum.domain.course.SortBy;
import lyceum.fake.Courses;

/** What the contracts of {@link CourseRepository} need. */
public interface CourseFixture {

    /** Empty at the beginning of every test, and the same one throughout it. */
    CourseRepository courses();

    /** The next version of a course. */
    static Course changed(Course course, String title) {
        var details = Courses.course(0).title(title).build().details();
        return course.edited(details, course.state(), course.modules(), course.updatedAt().plusMillis(1));
    }

    /** What a search finds, the best first. */
    static List<CourseId> found(CourseRepository courses, String search) {
        var page = courses.list(new CourseQuery(search, null, null, SortBy.RELEVANCE, 1, 100, null));
        assertThat(page.total()).isEqualTo(page.items().size());
        return ids(page);
    }

    static List<CourseId> ids(CoursePage page) {
        return page.items().stream().map(CourseSummary::id).toList();
    }
}
