package lyceum.application.course;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.Answer;
import lyceum.application.cache.Execution;
import lyceum.application.cache.Loaded;
import lyceum.application.cache.Loader;
import lyceum.application.cache.TieredCache;
import lyceum.domain.cache.CacheKey;
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
        return cache.peek(CourseKeys.course(id));
    }

    /** The public representation, through all tiers. */
    public CompletionStage<Answer> byId(CourseId id) {
        return cache.read(CourseKeys.course(id), loader);
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
            return execution.call(() -> loaded(courses.find(new CourseId(key.id())).orElse(null)));
        }

        @Override
        public CompletionStage<Map<CacheKey, Loaded>> loadAll(Collection<CacheKey> keys) {
            return execution.call(() -> {
                var found = courses.findAll(keys.stream().map(key -> new CourseId(key.id())).toList()).stream()
                        .collect(toMap(course -> course.id().value(), course -> course));
                return keys.stream().collect(toMap(key -> key, key -> loaded(found.get(key.id()))));
            });
        }

        private Loaded loaded(@Nullable Course course) {
            return new Loaded(representations.publicly(course));
        }
    }
}
