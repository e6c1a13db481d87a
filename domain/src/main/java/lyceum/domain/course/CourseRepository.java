package lyceum.domain.course;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Where courses are kept: the source of truth. Every method blocks until the answer is there, and throws {@link
 * CatalogueUnavailable} if the store cannot be asked; an outage never looks like absence. A write that returned is
 * durable, and every read that starts afterwards sees it.
 */
public interface CourseRepository {

    Optional<Course> find(CourseId id);

    /** Those of the ids that exist, in any order, in one round trip. */
    List<Course> findAll(Collection<CourseId> ids);

    /**
     * Those of the ids whose course was deleted, with the version that its deletion was, in one round trip. After a day a
     * deletion may be forgotten, and the id is as good as one that never was.
     */
    Map<CourseId, Long> deletions(Collection<CourseId> ids);

    /** Those of the external ids that exist, in any order, in one round trip. */
    List<Course> findByExternalIds(Collection<String> externalIds);

    /**
     * The published courses that match. The order is total, pages neither overlap nor leave gaps while nothing changes.
     *
     * @throws lyceum.domain.validation.InvalidInput if the cursor isn't one this query's order has given
     */
    CoursePage list(CourseQuery query);

    /**
     * Stores a new course, unless its id or external id is taken: then it answers false and stores nothing. The id of a deleted
     * course stays taken for as long as its deletion is remembered.
     */
    boolean insert(Course course);

    /** Stores a course over the version before its own; answers false, storing nothing, if that is not what is there. */
    boolean replace(Course course);

    /**
     * Inserts those of version 1 and replaces the others, in one round trip, each by the rule above.
     *
     * @return the ids of those that were stored
     */
    Set<CourseId> saveAll(Collection<Course> courses);

    /** Removes a course if it is at the version; answers false if it is not. */
    boolean delete(CourseId id, long version);

    /** Passes every course, whatever its state, in the order of ids and in constant memory. */
    void forEach(Consumer<Course> consumer);
}
