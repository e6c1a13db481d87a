package lyceum.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.WriteModel;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import org.bson.Document;
import org.bson.types.ObjectId;

/**
 * One bulk write of many courses, and which of them it stored.
 *
 * <p>The server names the inserts that it refused, but of the replacements it only says how many found their version. If some
 * didn't, the courses themselves tell: each keeps the ids of its last writes, so ours is there even if others came after it.
 */
final class BulkSave {

    private final MongoCollection<Document> collection;
    private final List<Course> courses;
    private final ObjectId write = new ObjectId();

    BulkSave(MongoCollection<Document> collection, Collection<Course> courses) {
        this.collection = collection;
        this.courses = List.copyOf(courses);
    }

    Set<CourseId> run() {
        var models = courses.stream().map(this::model).toList();
        try {
            return stored(collection.bulkWrite(models, new BulkWriteOptions().ordered(false)), Set.of());
        } catch (MongoBulkWriteException e) {
            return stored(e.getWriteResult(), refused(e));
        }
    }

    private WriteModel<Document> model(Course course) {
        return isNew(course) ? CourseUpdates.insertion(course, write) : CourseUpdates.replacement(course, write);
    }

    private static boolean isNew(Course course) {
        return course.version() == 1;
    }

    /** Only a taken id is an answer; anything else means that we don't know what was stored. */
    private static Set<Integer> refused(MongoBulkWriteException e) {
        var onlyTaken =
                e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
        if (e.getWriteConcernError() != null || !onlyTaken) {
            throw e;
        }
        return e.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(toSet());
    }

    private Set<CourseId> stored(BulkWriteResult result, Set<Integer> refused) {
        var accepted = IntStream.range(0, courses.size())
                .filter(i -> !refused.contains(i))
                .mapToObj(courses::get)
                .toList();
        var replacements = accepted.stream().filter(course -> !isNew(course)).map(Course::id).toList();
        var stored = accepted.stream().map(Course::id).collect(toCollection(LinkedHashSet::new));
        if (result.getMatchedCount() < replacements.size()) {
            stored.removeAll(withoutOurs(replacements));
        }
        return stored;
    }

    private Set<CourseId> withoutOurs(List<CourseId> ids) {
        var without = new LinkedHashSet<>(ids);
        collection
                .find(and(in(Fields.ID, CourseQueries.objectIds(ids)), eq(Fields.WRITES, write)))
                .projection(new Document(Fields.ID, 1))
                .forEach(document -> without.remove(new CourseId(new Stored(document).id())));
        return without;
    }
}
