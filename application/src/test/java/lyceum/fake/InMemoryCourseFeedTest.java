package lyceum.fake;

import lyceum.contract.CourseFeedContract;
import lyceum.domain.course.CourseFeed;
import lyceum.domain.course.CourseFeed.Position;
import lyceum.domain.course.CourseRepository;

class InMemoryCourseFeedTest implements CourseFeedContract {

    private final InMemoryCourseRepository courses = new InMemoryCourseRepository();
    private final InMemoryCourseFeed feed = new InMemoryCourseFeed(courses);

    @Override
    public CourseRepository courses() {
        return courses;
    }

    @Override
    public CourseFeed feed() {
        return feed;
    }

    @Override
    public Position forgotten() {
        courses.insert(Courses.course(9).build());
        feed.forget();
        return new Position("0");
    }
}
