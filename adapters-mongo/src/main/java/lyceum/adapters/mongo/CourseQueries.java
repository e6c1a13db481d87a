package lyceum.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseState;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** What is asked of the collection of courses. */
final class CourseQueries {

    /** A course without what only searches need. On the embedded server a projection also is what makes a read atomic. */
    static final Bson WHOLE = exclude(Fields.SEARCH, Fields.WRITES);

    /** What a list shows; descriptions and modules stay where they are. */
    static final Bson SUMMARY = include(
            Fields.TITLE,
            Fields.SLUG,
            Fields.SUMMARY,
            Fields.CATEGORY,
            Fields.DIFFICULTY,
            Fields.LANGUAGE,
            Fields.TAGS,
            Fields.INSTRUCTOR,
            Fields.STATED_MINUTES,
            Fields.DURATION_MINUTES,
            Fields.PRICE,
            Fields.STATE,
            Fields.RATING_AVERAGE,
            Fields.RATING_COUNT,
            Fields.ENROLLMENT_COUNT,
            Fields.CREATED_AT,
            Fields.UPDATED_AT,
            Fields.VERSION,
            Fields.SCORE);

    private CourseQueries() {}

    static ObjectId objectId(CourseId id) {
        return new ObjectId(id.value());
    }

    static List<ObjectId> objectIds(Collection<CourseId> ids) {
        return ids.stream().map(CourseQueries::objectId).toList();
    }

    /** Just these two fields, for the embedded server finds them in an index only if the query names no others. */
    static Bson at(CourseId id, long version) {
        return new Document(Fields.ID, objectId(id)).append(Fields.VERSION, version);
    }

    static Bson versionBefore(Course course) {
        return at(course.id(), course.version() - 1);
    }

    static Bson listed(CourseQuery query, List<Bson> search) {
        var filters = new ArrayList<Bson>();
        filters.add(eq(Fields.STATE, Names.of(CourseState.PUBLISHED)));
        if (query.category() != null) {
            filters.add(eq(Fields.CATEGORY_KEY, query.category()));
        }
        if (query.difficulty() != null) {
            filters.add(eq(Fields.DIFFICULTY, Names.of(query.difficulty())));
        }
        filters.addAll(search);
        return and(filters);
    }
}
