package lyceum.application.transfer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import lyceum.domain.course.CourseState;
import lyceum.domain.course.Difficulty;
import lyceum.domain.course.Module;
import org.jspecify.annotations.Nullable;

/**
 * What one row says of the course with an external id; null is what it does not mention.
 *
 * @param modules with ids that are yet to be given
 */
record CoursePatch(
        long line,
        String externalId,
        @Nullable String title,
        @Nullable String slug,
        @Nullable String summary,
        @Nullable String description,
        @Nullable String category,
        @Nullable Difficulty difficulty,
        @Nullable String language,
        @Nullable List<String> tags,
        @Nullable String instructor,
        @Nullable Integer durationMinutes,
        @Nullable BigDecimal price,
        @Nullable CourseState state,
        @Nullable Double ratingAverage,
        @Nullable Long ratingCount,
        @Nullable Long enrollmentCount,
        @Nullable Instant publishedAt,
        @Nullable List<Module> modules) {}
