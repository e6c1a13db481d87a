package lyceum.adapters.web.transfer;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import lyceum.adapters.web.support.World;
import lyceum.application.IdSource;
import lyceum.application.course.CourseWrites;
import lyceum.application.transfer.ImportCourses;
import lyceum.domain.course.CourseRepository;

/** What the import needs besides what every test of the server has. */
@Factory
final class ImportWiring {

    @Singleton
    CourseRepository courses(World world) {
        return world.courses;
    }

    @Singleton
    ImportCourses imports(CourseRepository courses, CourseWrites writes, IdSource ids, InstantSource clock) {
        return new ImportCourses(courses, writes, ids, clock);
    }
}
