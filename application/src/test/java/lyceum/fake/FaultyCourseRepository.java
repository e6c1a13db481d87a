package lyceum.fake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CoursePage;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseRepository;

/** A catalogue whose methods fail or wait as a test says, and are counted. A caller that is held waits on its own thread. */
public final class FaultyCourseRepository implements CourseRepository {

    public enum Operation {
        FIND,
        FIND_ALL,
        FIND_BY_EXTERNAL_IDS,
        LIST,
        DELETIONS,
        INSERT,
        REPLACE,
        SAVE_ALL,
        DELETE,
        FOR_EACH
    }

    private final CourseRepository courses;
    private final Faults<Operation> faults = new Faults<>(
            Operation.class,
            operation -> new CatalogueUnavailable(new IllegalStateException("injected at " + operation)));

    public FaultyCourseRepository(CourseRepository courses) {
        this.courses = courses;
    }

    /** What the test programs. */
    public Faults<Operation> faults() {
        return faults;
    }

    @Override
    public Optional<Course> find(CourseId id) {
        return faults.ask(Operation.FIND, () -> courses.find(id));
    }

    @Override
    public List<Course> findAll(Collection<CourseId> ids) {
        return faults.ask(Operation.FIND_ALL, () -> courses.findAll(ids));
    }

    @Override
    public Map<CourseId, Long> deletions(Collection<CourseId> ids) {
        return faults.ask(Operation.DELETIONS, () -> courses.deletions(ids));
    }

    @Override
    public List<Course> findByExternalIds(Collection<String> externalIds) {
        return faults.ask(Operation.FIND_BY_EXTERNAL_IDS, () -> courses.findByExternalIds(externalIds));
    }

    @Override
    public CoursePage list(CourseQuery query) {
        return faults.ask(Operation.LIST, () -> courses.list(query));
    }

    @Override
    public boolean insert(Course course) {
        return faults.ask(Operation.INSERT, () -> courses.insert(course));
    }

    @Override
    public boolean replace(Course course) {
        return faults.ask(Operation.REPLACE, () -> courses.replace(course));
    }

    @Override
    public Set<CourseId> saveAll(Collection<Course> some) {
        return faults.ask(Operation.SAVE_ALL, () -> courses.saveAll(some));
    }

    @Override
    public boolean delete(CourseId id, long version) {
        return faults.ask(Operation.DELETE, () -> courses.delete(id, version));
    }

    @Override
    public void forEach(Consumer<Course> consumer) {
        faults.run(Operation.FOR_EACH, () -> courses.forEach(consumer));
    }
}
