package lyceum.application.course;

import java.util.concurrent.CompletionStage;
import lyceum.application.cache.Answer;
import lyceum.application.cache.Directives;
import lyceum.application.cache.Execution;
import lyceum.application.cache.Loaded;
import lyceum.application.cache.Loader;
import lyceum.application.cache.ReadOptions;
import lyceum.application.cache.TieredCache;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseRepository;
import org.jspecify.annotations.Nullable;

/** Answers questions to the catalogue. */
public final class ListCourses {

    private final CourseRepository courses;
    private final Representations representations;
    private final TieredCache cache;
    private final Execution execution;

    public ListCourses(
            CourseRepository courses, Representations representations, TieredCache cache, Execution execution) {
        this.courses = courses;
        this.representations = representations;
        this.cache = cache;
        this.execution = execution;
    }

    /** The page, if it can be had on the caller's thread. */
    public @Nullable Answer peek(CourseQuery query) {
        return cache.peek(CourseKeys.list(query), loader(query));
    }

    /** The page, through all tiers. */
    public CompletionStage<Answer> list(CourseQuery query, Directives directives) {
        return cache.read(CourseKeys.list(query), ReadOptions.of(directives), loader(query));
    }

    public CompletionStage<Answer> list(CourseQuery query) {
        return list(query, Directives.NONE);
    }

    private Loader loader(CourseQuery query) {
        return _ -> execution.call(() -> new Loaded(representations.of(query, courses.list(query))));
    }
}
