package lyceum.adapters.mongo;

import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.changestream.ChangeStreamDocument;
import com.mongodb.client.model.changestream.UpdateDescription;
import java.util.Optional;
import lyceum.domain.course.CourseFeed.Change;
import lyceum.domain.course.CourseId;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** What an event of a change stream says of a course. Our updates change the stamp, and nobody else's do. */
final class StreamedChange {

    /** What is looked at here. Without it every new course would come whole. */
    static final Bson PROJECTION = project(include(
            "operationType",
            "documentKey",
            "fullDocument." + Fields.VERSION,
            "fullDocument." + Fields.UPDATED_AT,
            "fullDocument." + Fields.STAMPED_VERSION,
            "fullDocument." + Fields.STAMPED_UPDATED_AT,
            "updateDescription.updatedFields." + Fields.STAMPED_VERSION));

    private StreamedChange() {}

    /** It was dropped or renamed, or something that did not exist when this was written. */
    static boolean isOfManyCourses(ChangeStreamDocument<Document> event) {
        return switch (event.getOperationType()) {
            case INSERT, UPDATE, REPLACE, DELETE -> false;
            case null, default -> true;
        };
    }

    /** None if the id is not one that a course can have. */
    static Optional<Change> of(ChangeStreamDocument<Document> event) {
        var key = event.getDocumentKey();
        return key == null || !key.isObjectId(Fields.ID)
                ? Optional.empty()
                : Optional.of(new Change(
                        new CourseId(key.getObjectId(Fields.ID).getValue().toHexString()), version(event)));
    }

    private static long version(ChangeStreamDocument<Document> event) {
        return switch (event.getOperationType()) {
            case INSERT -> inserted(event.getFullDocument());
            case UPDATE -> updated(event.getUpdateDescription());
            // We do neither.
            case null, default -> CourseUpdates.UNKNOWN;
        };
    }

    private static long inserted(@Nullable Document document) {
        return document == null ? CourseUpdates.UNKNOWN : CourseUpdates.stampedVersion(document);
    }

    private static long updated(@Nullable UpdateDescription update) {
        var fields = update == null ? null : update.getUpdatedFields();
        return fields != null && fields.isInt64(Fields.STAMPED_VERSION)
                ? fields.getInt64(Fields.STAMPED_VERSION).getValue()
                : CourseUpdates.UNKNOWN;
    }
}
