package lyceum.application.course;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.Answer;
import lyceum.application.cache.Directives;
import lyceum.application.cache.Execution;
import lyceum.application.cache.Loaded;
import lyceum.application.cache.Loader;
import lyceum.application.cache.ReadOptions;
import lyceum.application.cache.TieredCache;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Content;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseRepository;
import lyceum.domain.identity.Actor;
import org.jspecify.annotations.Nullable;

/** Reads courses by id. */
public final class ReadCourse {

    private final CourseRepository courses;
    private final Representations representations;
    private final TieredCache cache;
    private final Execution execution;
    private final Loader.Bulk loader = new FromRepository();

    public ReadCourse(
            CourseRepository courses, Representations representations, TieredCache cache, Execution execution) {
        this.courses = courses;
        this.representations = representations;
        this.cache = cache;
        this.execution = execution;
    }

    /** The public representation, if it can be had on the caller's thread. */
    public @Nullable Answer peek(CourseId id) {
        return cache.peek(CourseKeys.course(id), loader);
    }

    /** The public representation, through all tiers. */
    public CompletionStage<Answer> byId(CourseId id, Directives directives) {
        return cache.read(CourseKeys.course(id), ReadOptions.of(directives), loader);
    }

    public CompletionStage<Answer> byId(CourseId id) {
        return byId(id, Directives.NONE);
    }

    /** What the store has now, past every tier. */
    public CompletionStage<Loaded> uncached(CacheKey key) {
        return loader.load(key);
    }

    /** Public representations of many courses, with at most one round trip per tier. */
    public CompletionStage<Map<CourseId, Answer>> byIds(Collection<CourseId> ids) {
        return cache.readAll(ids.stream().map(CourseKeys::course).toList(), loader).thenApply(answers -> {
            var byId = new HashMap<CourseId, Answer>();
            answers.forEach((key, answer) -> byId.put(new CourseId(key.id()), answer));
            return byId;
        });
    }

    /** The course itself, drafts included, for one who may change it; uncached. Empty if there is none, or none for them. */
    public CompletionStage<Optional<Course>> toEdit(CourseId id, Actor actor) {
        return execution.call(() -> courses.find(id).filter(course -> course.changeableBy(actor)));
    }

    private final class FromRepository implements Loader.Bulk {

        @Override
        public CompletionStage<Loaded> load(CacheKey key) {
            return execution.call(() -> {
                var id = new CourseId(key.id());
                var course = courses.find(id);
                return course.isPresent()
                        ? new Loaded(representations.publicly(course.get()))
                        : absent(id, courses.deletions(List.of(id)));
            });
        }

        @Override
        public CompletionStage<Map<CacheKey, Loaded>> loadAll(Collection<CacheKey> keys) {
            return execution.call(() -> {
                var missing = keys.stream().map(key -> new CourseId(key.id())).collect(toSet());
                var found = courses.findAll(missing).stream().collect(toMap(Course::id, course -> course));
                missing.removeAll(found.keySet());
                var deletions = missing.isEmpty() ? Map.<CourseId, Long>of() : courses.deletions(missing);
                return keys.stream().collect(toMap(key -> key, key -> {
                    var id = new CourseId(key.id());
                    var course = found.get(id);
                    return course == null ? absent(id, deletions) : new Loaded(representations.publicly(course));
                }));
            });
        }

        /** An absence tells the version that it is known since, so that nothing older takes its place. */
        private static Loaded absent(CourseId id, Map<CourseId, Long> deletions) {
            return new Loaded(new Content.Absent(deletions.getOrDefault(id, 0L)));
        }
    }
}
