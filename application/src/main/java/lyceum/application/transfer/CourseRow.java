package lyceum.application.transfer;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import lyceum.domain.course.Course;
import lyceum.domain.course.Lesson;
import lyceum.domain.course.Module;

/** A course as a row that the import understands: imported into an empty catalogue it gives an equal course. */
public final class CourseRow {

    private CourseRow() {}

    /** The fields in their order; a course without an external id is named by its own id. */
    public static Map<Field, Object> of(Course course) {
        var row = new LinkedHashMap<Field, Object>();
        row.put(Field.EXTERNAL_ID, requireNonNullElse(course.externalId(), course.id().value()));
        details(course, row);
        row.put(Field.STATE, lower(course.state()));
        row.put(Field.RATING_AVERAGE, course.popularity().ratingAverage());
        row.put(Field.RATING_COUNT, course.popularity().ratingCount());
        row.put(Field.ENROLLMENT_COUNT, course.popularity().enrollmentCount());
        row.put(Field.PUBLISHED_AT, course.createdAt().toString());
        row.put(Field.MODULES, course.modules().stream().map(CourseRow::module).toList());
        return row;
    }

    private static void details(Course course, Map<Field, Object> row) {
        var details = course.details();
        row.put(Field.TITLE, details.title());
        row.put(Field.SLUG, details.slug());
        row.put(Field.SUMMARY, details.summary());
        row.put(Field.DESCRIPTION, details.description());
        row.put(Field.CATEGORY, details.category());
        row.put(Field.DIFFICULTY, lower(details.difficulty()));
        row.put(Field.LANGUAGE, details.language());
        row.put(Field.TAGS, details.tags());
        row.put(Field.INSTRUCTOR, details.instructor());
        if (details.durationMinutes() != null) {
            row.put(Field.DURATION_MINUTES, details.durationMinutes());
        }
        row.put(Field.PRICE, details.price());
    }

    private static Map<String, Object> module(Module module) {
        return ordered("title", module.title(), "lessons", module.lessons().stream().map(CourseRow::lesson).toList());
    }

    private static Map<String, Object> lesson(Lesson lesson) {
        var row = ordered("title", lesson.title(), "kind", lower(lesson.kind()));
        row.put("duration_minutes", lesson.durationMinutes());
        return row;
    }

    private static Map<String, Object> ordered(String key, Object value, String otherKey, Object otherValue) {
        var row = new LinkedHashMap<String, Object>();
        row.put(key, value);
        row.put(otherKey, otherValue);
        return row;
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
