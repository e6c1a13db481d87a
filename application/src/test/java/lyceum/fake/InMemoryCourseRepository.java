package lyceum.fake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseFeed.Change;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CoursePage;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseRepository;
import org.jspecify.annotations.Nullable;

/**
 * Courses in a map, in the order of ids. Searches know words and their beginnings, and no language. Every change is noted, for
 * {@link InMemoryCourseFeed}, and the id of a deleted course is not given again.
 */
public final class InMemoryCourseRepository implements CourseRepository {

    private final TreeMap<String, Course> courses = new TreeMap<>();
    private final Map<String, CourseSelection.Mark> cursors = new ConcurrentHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<CourseId, Long> deleted = new HashMap<>();

    synchronized List<Change> changes() {
        return List.copyOf(changes);
    }

    @Override
    public synchronized Optional<Course> find(CourseId id) {
        return Optional.ofNullable(courses.get(id.value()));
    }

    @Override
    public synchronized List<Course> findAll(Collection<CourseId> ids) {
        return ids.stream().distinct().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public synchronized Map<CourseId, Long> deletions(Collection<CourseId> ids) {
        var found = new HashMap<>(deleted);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public synchronized List<Course> findByExternalIds(Collection<String> externalIds) {
        return courses.values().stream()
                .filter(course -> course.externalId() != null && externalIds.contains(course.externalId()))
                .toList();
    }

    @Override
    public CoursePage list(CourseQuery query) {
        return new CourseSelection(all(), query, cursors).page();
    }

    @Override
    public synchronized boolean insert(Course course) {
        return !deleted.containsKey(course.id())
                && !taken(course.externalId())
                && courses.putIfAbsent(course.id().value(), course) == null
                && changes.add(new Change(course.id(), course.version()));
    }

    private boolean taken(@Nullable String externalId) {
        return externalId != null && !findByExternalIds(List.of(externalId)).isEmpty();
    }

    @Override
    public synchronized boolean replace(Course course) {
        var current = courses.get(course.id().value());
        return current != null
                && current.version() == course.version() - 1
                && courses.replace(course.id().value(), current, course)
                && changes.add(new Change(course.id(), course.version()));
    }

    @Override
    public synchronized Set<CourseId> saveAll(Collection<Course> some) {
        var stored = new LinkedHashSet<CourseId>();
        for (var course : some) {
            if (course.version() == 1 ? insert(course) : replace(course)) {
                stored.add(course.id());
            }
        }
        return stored;
    }

    @Override
    public synchronized boolean delete(CourseId id, long version) {
        var current = courses.get(id.value());
        return current != null
                && current.version() == version
                && courses.remove(id.value(), current)
                && deleted.put(id, version + 1) == null
                && changes.add(new Change(id, version + 1));
    }

    @Override
    public void forEach(Consumer<Course> consumer) {
        all().forEach(consumer);
    }

    private synchronized List<Course> all() {
        return List.copyOf(courses.values());
    }
}
