package lyceum.adapters.mongo;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import java.util.List;
import java.util.Objects;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * Every write of a course is one update of one document. What a course doesn't have, its document doesn't have either: the
 * sparse index relies on it.
 *
 * <p>Each write stamps its course for the change feed: with the time by the server's clock, for the clocks of writers differ,
 * and with the version and the time of update that it gives the course. Another program that changes the course leaves a stamp
 * that doesn't fit any more. Only an update can ask for the server's clock, so an insertion is one too, that finds nothing.
 *
 * <p>A deletion takes all content away and leaves the id, by which the feed can tell of it for a day. What is left has no
 * version, so that no replacement finds it, and no external id, so that another course may have that.
 */
final class CourseUpdates {

    /** What the feed calls a version that nobody told. */
    static final long UNKNOWN = Long.MAX_VALUE;

    static final String DELETED = "deleted";

    /** No course has it. */
    private static final long NO_VERSION = -1;

    /** Enough for a bulk write to recognise its own work behind the writes that came after it. */
    private static final int REMEMBERED_WRITES = 8;

    private CourseUpdates() {}

    /** Where the id or the external id is taken, the server refuses it as a duplicate. */
    static UpdateOneModel<Document> insertion(Course course, ObjectId write) {
        var fields = CourseWriter.required(course);
        CourseWriter.optional(course).forEach((field, value) -> {
            if (value != null) {
                fields.append(field, value);
            }
        });
        fields.append(Fields.WRITES, List.of(write)).putAll(stamp(course));
        var update = new Document("$setOnInsert", fields).append("$currentDate", now(Fields.STAMPED_AT));
        return new UpdateOneModel<>(
                CourseQueries.at(course.id(), NO_VERSION), update, new UpdateOptions().upsert(true));
    }

    /** Replaces all that is Lyceum's and leaves alone what other programs have added. */
    static UpdateOneModel<Document> replacement(Course course, ObjectId write) {
        var set = CourseWriter.required(course);
        var unset = new Document();
        CourseWriter.optional(course).forEach((field, value) -> {
            if (value == null) {
                unset.append(field, "");
            } else {
                set.append(field, value);
            }
        });
        set.putAll(stamp(course));
        var remembered = new Document("$each", List.of(write)).append("$slice", -REMEMBERED_WRITES);
        var update = new Document("$set", set)
                .append("$push", new Document(Fields.WRITES, remembered))
                .append("$currentDate", now(Fields.STAMPED_AT));
        return new UpdateOneModel<>(
                CourseQueries.versionBefore(course), unset.isEmpty() ? update : update.append("$unset", unset));
    }

    static UpdateOneModel<Document> deletion(CourseId id, long version) {
        var unset = new Document();
        CourseWriter.CONTENT.forEach(field -> unset.append(field, ""));
        var left = new Document(Fields.STATE, DELETED).append(Fields.STAMPED_VERSION, version + 1);
        var update = new Document("$set", left)
                .append("$unset", unset)
                .append("$currentDate", now(Fields.STAMPED_AT, Fields.DELETED_AT));
        return new UpdateOneModel<>(CourseQueries.at(id, version), update);
    }

    static boolean isDeleted(Document document) {
        return DELETED.equals(document.get(Fields.STATE));
    }

    /** The version of a course that nobody but us has written since; unknown otherwise. */
    static long stampedVersion(Document document) {
        var version = document.get(Fields.STAMPED_VERSION);
        var fits = isDeleted(document)
                || (Objects.equals(version, document.get(Fields.VERSION))
                        && Objects.equals(
                                document.get(Fields.STAMPED_UPDATED_AT), document.get(Fields.UPDATED_AT)));
        return fits && version instanceof Long known ? known : UNKNOWN;
    }

    private static Document stamp(Course course) {
        return new Document(Fields.STAMPED_VERSION, course.version())
                .append(Fields.STAMPED_UPDATED_AT, new BsonDateTime(course.updatedAt().toEpochMilli()));
    }

    private static Document now(String... fields) {
        var dates = new Document();
        for (var field : fields) {
            dates.append(field, true);
        }
        return dates;
    }
}
