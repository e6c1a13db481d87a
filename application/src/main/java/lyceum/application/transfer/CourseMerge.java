package lyceum.application.transfer;

import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lyceum.application.IdSource;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseDetails;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseState;
import lyceum.domain.course.Difficulty;
import lyceum.domain.course.Module;
import lyceum.domain.course.Popularity;
import lyceum.domain.course.Slug;
import lyceum.domain.validation.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Makes courses of what rows say: what a row does not mention stays, or is a default where there was no course. */
final class CourseMerge {

    /** What a course is of which its catalogue says nothing but a title; nobody owns it, and it is published. */
    private static final CourseDetails DEFAULTS = new CourseDetails(
            "", "", "", "", "General", Difficulty.BEGINNER, "en", List.of(), "", null, BigDecimal.ZERO);

    private final IdSource ids;
    private final ModuleIds moduleIds;
    private final InstantSource clock;

    CourseMerge(IdSource ids, InstantSource clock) {
        this.ids = ids;
        this.moduleIds = new ModuleIds(ids);
        this.clock = clock;
    }

    Course create(CoursePatch patch) {
        var title = patch.title();
        if (title == null) {
            throw new InvalidInput(Field.TITLE.fieldName(), "is missing");
        }
        var details = details(patch, DEFAULTS, requireNonNullElse(patch.slug(), Slug.of(title)));
        var now = now();
        return new Course(
                new CourseId(ids.next()),
                patch.externalId(),
                null,
                details,
                requireNonNullElse(patch.state(), CourseState.PUBLISHED),
                modules(patch, List.of()),
                popularity(patch, Popularity.NONE),
                requireNonNullElse(patch.publishedAt(), now),
                now,
                1);
    }

    /** Equal to the course if the row says nothing new; version and time of change are yet to be set. */
    Course update(Course course, CoursePatch patch) {
        var details = course.details();
        return new Course(
                course.id(),
                course.externalId(),
                course.owner(),
                details(patch, details, requireNonNullElse(patch.slug(), details.slug())),
                requireNonNullElse(patch.state(), course.state()),
                course.shelves(),
                modules(patch, course.modules()),
                popularity(patch, course.popularity()),
                requireNonNullElse(patch.publishedAt(), course.createdAt()),
                course.updatedAt(),
                course.version());
    }

    /** The merged course as the version after the stored one. */
    Course next(Course stored, Course merged) {
        var now = now();
        return new Course(
                stored.id(),
                stored.externalId(),
                stored.owner(),
                merged.details(),
                merged.state(),
                merged.shelves(),
                merged.modules(),
                merged.popularity(),
                merged.createdAt(),
                now.isBefore(stored.updatedAt()) ? stored.updatedAt() : now,
                stored.version() + 1);
    }

    private static CourseDetails details(CoursePatch patch, CourseDetails before, String slug) {
        return new CourseDetails(
                requireNonNullElse(patch.title(), before.title()),
                slug,
                requireNonNullElse(patch.summary(), before.summary()),
                requireNonNullElse(patch.description(), before.description()),
                requireNonNullElse(patch.category(), before.category()),
                requireNonNullElse(patch.difficulty(), before.difficulty()),
                requireNonNullElse(patch.language(), before.language()),
                requireNonNullElse(patch.tags(), before.tags()),
                requireNonNullElse(patch.instructor(), before.instructor()),
                patch.durationMinutes() != null ? patch.durationMinutes() : before.durationMinutes(),
                price(patch.price(), before.price()));
    }

    /** Amounts that differ only in how they are written are the same price. */
    private static BigDecimal price(@Nullable BigDecimal price, BigDecimal before) {
        return price == null || price.compareTo(before) == 0 ? before : price;
    }

    private List<Module> modules(CoursePatch patch, List<Module> before) {
        return patch.modules() == null ? before : moduleIds.give(patch.modules(), before);
    }

    private static Popularity popularity(CoursePatch patch, Popularity before) {
        return new Popularity(
                requireNonNullElse(patch.ratingAverage(), before.ratingAverage()),
                requireNonNullElse(patch.ratingCount(), before.ratingCount()),
                requireNonNullElse(patch.enrollmentCount(), before.enrollmentCount()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
