package lyceum.adapters.mongo;

import lyceum.contract.CourseRepositoryContract;
import lyceum.contract.StemmedSearchContract;
import lyceum.domain.course.CourseRepository;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoCourseRepositoryTest implements CourseRepositoryContract, StemmedSearchContract {

    @RegisterExtension
    static final Mongo MONGO = new Mongo();

    @Override
    public CourseRepository courses() {
        return MONGO.bean(CourseRepository.class);
    }
}
