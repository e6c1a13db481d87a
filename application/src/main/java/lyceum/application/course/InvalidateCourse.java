package lyceum.application.course;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import lyceum.application.cache.Invalidation;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.domain.course.CourseId;

/** Forgets what is cached of one course: itself, its analytics, and every list it may be on. */
public final class InvalidateCourse {

    private final Invalidation invalidation;

    public InvalidateCourse(Invalidation invalidation) {
        this.invalidation = invalidation;
    }

    public CompletionStage<Void> invalidate(CourseId id) {
        var analytics = new CacheKey(Kind.COURSE_ANALYTICS, id.value());
        return invalidation
                .keys(List.of(CourseKeys.course(id), analytics))
                .thenCompose(_ -> invalidation.tags(Set.of(CourseKeys.ALL_LISTS)));
    }
}
