package lyceum.adapters.mongo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseDetails;
import lyceum.domain.course.Lesson;
import lyceum.domain.course.Module;
import lyceum.domain.course.Popularity;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/** Turns courses into the fields of documents. */
final class CourseWriter {

    /** All fields that tell of a course, except its id and its state. */
    static final List<String> CONTENT = List.of(
            Fields.VERSION,
            Fields.EXTERNAL_ID,
            Fields.OWNER,
            Fields.TITLE,
            Fields.SLUG,
            Fields.SUMMARY,
            Fields.DESCRIPTION,
            Fields.CATEGORY,
            Fields.CATEGORY_KEY,
            Fields.DIFFICULTY,
            Fields.LANGUAGE,
            Fields.TAGS,
            Fields.INSTRUCTOR,
            Fields.SHELVES,
            Fields.STATED_MINUTES,
            Fields.DURATION_MINUTES,
            Fields.PRICE,
            Fields.MODULES,
            Fields.RATING_AVERAGE,
            Fields.RATING_COUNT,
            Fields.ENROLLMENT_COUNT,
            Fields.CREATED_AT,
            Fields.UPDATED_AT,
            Fields.STAMPED_UPDATED_AT,
            Fields.SEARCH);

    private CourseWriter() {}

    /** What a course need not have. */
    static Map<String, @Nullable Object> optional(Course course) {
        var owner = course.owner();
        var fields = new HashMap<String, @Nullable Object>();
        fields.put(Fields.EXTERNAL_ID, course.externalId());
        fields.put(Fields.OWNER, owner == null ? null : new ObjectId(owner.value()));
        fields.put(Fields.STATED_MINUTES, course.details().durationMinutes());
        return fields;
    }

    /** What every course has. */
    static Document required(Course course) {
        var document = new Document(Fields.VERSION, course.version())
                .append(Fields.STATE, Names.of(course.state()))
                .append(Fields.SHELVES, course.shelves())
                .append(Fields.DURATION_MINUTES, course.durationMinutes())
                .append(Fields.CREATED_AT, new BsonDateTime(course.createdAt().toEpochMilli()))
                .append(Fields.UPDATED_AT, new BsonDateTime(course.updatedAt().toEpochMilli()));
        append(document, course.details());
        append(document, course.popularity());
        return document.append(
                Fields.MODULES,
                course.modules().stream().map(CourseWriter::module).toList())
                .append(Fields.SEARCH, SearchTerms.of(course.details()));
    }

    private static void append(Document document, CourseDetails details) {
        document.append(Fields.TITLE, details.title())
                .append(Fields.SLUG, details.slug())
                .append(Fields.SUMMARY, details.summary())
                .append(Fields.DESCRIPTION, details.description())
                .append(Fields.CATEGORY, details.category())
                .append(Fields.CATEGORY_KEY, Names.categoryKey(details.category()))
                .append(Fields.DIFFICULTY, Names.of(details.difficulty()))
                .append(Fields.LANGUAGE, details.language())
                .append(Fields.TAGS, details.tags())
                .append(Fields.INSTRUCTOR, details.instructor())
                .append(Fields.PRICE, new Decimal128(details.price()));
    }

    private static void append(Document document, Popularity popularity) {
        document.append(Fields.RATING_AVERAGE, popularity.ratingAverage())
                .append(Fields.RATING_COUNT, popularity.ratingCount())
                .append(Fields.ENROLLMENT_COUNT, popularity.enrollmentCount());
    }

    private static Document module(Module module) {
        return part(module.id(), module.title())
                .append(
                        Fields.LESSONS,
                        module.lessons().stream().map(CourseWriter::lesson).toList());
    }

    private static Document lesson(Lesson lesson) {
        return part(lesson.id(), lesson.title())
                .append(Fields.KIND, Names.of(lesson.kind()))
                .append(Fields.DURATION_MINUTES, lesson.durationMinutes());
    }

    private static Document part(String id, String title) {
        return new Document(Fields.PART_ID, id).append(Fields.TITLE, title);
    }
}
