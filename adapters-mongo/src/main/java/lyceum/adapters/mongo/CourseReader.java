package lyceum.adapters.mongo;

import java.util.function.Function;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseDetails;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseState;
import lyceum.domain.course.CourseSummary;
import lyceum.domain.course.Difficulty;
import lyceum.domain.course.Lesson;
import lyceum.domain.course.LessonKind;
import lyceum.domain.course.Module;
import lyceum.domain.course.Popularity;
import lyceum.domain.identity.UserId;
import org.bson.Document;

/** Turns documents into courses. It overlooks fields it doesn't know, and does without those that have a natural default. */
final class CourseReader {

    private CourseReader() {}

    static Course course(Document document) {
        return read(document, CourseReader::course);
    }

    static CourseSummary summary(Document document) {
        return read(document, CourseReader::summary);
    }

    /** A broken document is the store's fault and not its reader's: it must not look like invalid input. */
    private static <T> T read(Document document, Function<Stored, T> reader) {
        try {
            return reader.apply(new Stored(document));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "course " + document.get(Fields.ID) + " is stored in a form that cannot be read", e);
        }
    }

    private static Course course(Stored stored) {
        var owner = stored.reference(Fields.OWNER);
        return new Course(
                new CourseId(stored.id()),
                stored.document().getString(Fields.EXTERNAL_ID),
                owner == null ? null : new UserId(owner),
                details(stored),
                stored.constant(Fields.STATE, CourseState.class),
                stored.texts(Fields.SHELVES),
                stored.parts(Fields.MODULES).map(CourseReader::module).toList(),
                popularity(stored),
                stored.instant(Fields.CREATED_AT),
                stored.instant(Fields.UPDATED_AT),
                stored.whole(Fields.VERSION, 1));
    }

    private static CourseSummary summary(Stored stored) {
        return new CourseSummary(
                new CourseId(stored.id()),
                details(stored),
                (int) stored.whole(Fields.DURATION_MINUTES, 0),
                stored.constant(Fields.STATE, CourseState.class),
                popularity(stored),
                stored.instant(Fields.CREATED_AT),
                stored.instant(Fields.UPDATED_AT),
                stored.whole(Fields.VERSION, 1));
    }

    private static CourseDetails details(Stored stored) {
        return new CourseDetails(
                stored.text(Fields.TITLE),
                stored.text(Fields.SLUG),
                stored.text(Fields.SUMMARY, ""),
                stored.text(Fields.DESCRIPTION, ""),
                stored.text(Fields.CATEGORY),
                stored.constant(Fields.DIFFICULTY, Difficulty.class),
                stored.text(Fields.LANGUAGE, "en"),
                stored.texts(Fields.TAGS),
                stored.text(Fields.INSTRUCTOR, ""),
                stored.document().get(Fields.STATED_MINUTES) == null
                        ? null
                        : (int) stored.whole(Fields.STATED_MINUTES, 0),
                stored.decimal(Fields.PRICE));
    }

    private static Popularity popularity(Stored stored) {
        return new Popularity(
                stored.real(Fields.RATING_AVERAGE), stored.whole(Fields.RATING_COUNT, 0),
                stored.whole(Fields.ENROLLMENT_COUNT, 0));
    }

    private static Module module(Stored stored) {
        return new Module(
                stored.text(Fields.PART_ID),
                stored.text(Fields.TITLE),
                stored.parts(Fields.LESSONS).map(CourseReader::lesson).toList());
    }

    private static Lesson lesson(Stored stored) {
        return new Lesson(
                stored.text(Fields.PART_ID),
                stored.text(Fields.TITLE),
                stored.constant(Fields.KIND, LessonKind.class),
                (int) stored.whole(Fields.DURATION_MINUTES, 0));
    }
}
