package lyceum.application.course;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import lyceum.application.cache.Committed;
import lyceum.application.cache.Execution;
import lyceum.application.cache.TieredCache;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Tag;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseRepository;
import org.jspecify.annotations.Nullable;

/** Stores courses and keeps the caches right: the one way by which the catalogue changes. */
public final class CourseWrites {

    /** A course as it was (null: there was none) and as it is to be (null: it goes). */
    public record Change(@Nullable Course before, @Nullable Course after) {

        public Change {
            if (before == null && after == null) {
                throw new IllegalArgumentException("a change of nothing to nothing");
            }
        }

        CourseId id() {
            var course = after != null ? after : before;
            return Objects.requireNonNull(course).id();
        }
    }

    private final CourseRepository courses;
    private final Representations representations;
    private final TieredCache cache;
    private final Execution execution;

    public CourseWrites(
            CourseRepository courses, Representations representations, TieredCache cache, Execution execution) {
        this.courses = courses;
        this.representations = representations;
        this.cache = cache;
        this.execution = execution;
    }

    /** Stores a new course; answers false if its id or external id is taken. */
    CompletionStage<Boolean> insert(Course course) {
        return one(new Change(null, course), () -> courses.insert(course));
    }

    /** Stores the next version of a course; answers false if it is no longer the next. */
    CompletionStage<Boolean> replace(Course before, Course after) {
        return one(new Change(before, after), () -> courses.replace(after));
    }

    /** Removes a course; answers false if it is no longer at this version. */
    CompletionStage<Boolean> delete(Course course) {
        return one(new Change(course, null), () -> courses.delete(course.id(), course.version()));
    }

    /** Stores many changes, none of them a deletion, in one round trip; answers the ids of those that were stored. */
    public CompletionStage<Set<CourseId>> saveAll(Collection<Change> changes) {
        var keys = new HashSet<CacheKey>();
        var tags = new HashSet<Tag>();
        var next = new HashMap<CourseId, Course>();
        for (var change : changes) {
            // A new course's id is nobody's yet: nothing can be cached under it.
            if (change.before() != null) {
                keys.add(CourseKeys.course(change.id()));
            }
            tags.addAll(CourseKeys.touched(change.before(), change.after()));
            next.put(change.id(), Objects.requireNonNull(change.after()));
        }
        return cache.write(keys, tags, () -> execution.call(() -> {
            var stored = courses.saveAll(next.values());
            return stored.isEmpty() ? Committed.nothing(stored) : Committed.of(stored, Map.of(), tags);
        }));
    }

    /**
     * Tells the caches of a course as it is stored now, as if it had just been: whoever stored it may have died before he could.
     * Empty if there is no such course.
     */
    CompletionStage<Optional<Course>> retell(CourseId id) {
        var key = CourseKeys.course(id);
        return cache.write(Set.of(key), Set.of(), () -> execution.call(() -> {
            var found = courses.find(id);
            return found.isEmpty()
                    ? Committed.nothing(found)
                    : Committed.of(
                            found,
                            Map.of(key, representations.publicly(found.get())),
                            CourseKeys.touched(null, found.get()));
        }));
    }

    private CompletionStage<Boolean> one(Change change, Supplier<Boolean> commit) {
        var key = CourseKeys.course(change.id());
        var tags = CourseKeys.touched(change.before(), change.after());
        return cache.write(Set.of(key), tags, () -> execution.call(() -> commit.get()
                ? Committed.of(true, Map.of(key, content(change)), tags)
                : Committed.nothing(false)));
    }

    /** A deleted course is absent at the version after its last, so that no earlier publication brings it back. */
    private Content content(Change change) {
        var before = change.before();
        return change.after() == null && before != null
                ? new Content.Absent(before.version() + 1)
                : representations.publicly(change.after());
    }
}
