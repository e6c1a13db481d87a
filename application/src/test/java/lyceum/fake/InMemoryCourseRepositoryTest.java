package lyceum.fake;

import lyceum.contract.CourseRepositoryContract;
import lyceum.domain.course.CourseRepository;

class InMemoryCourseRepositoryTest implements CourseRepositoryContract {

    private final CourseRepository courses = new InMemoryCourseRepository();

    @Override
    public CourseRepository courses() {
        return courses;
    }
}
