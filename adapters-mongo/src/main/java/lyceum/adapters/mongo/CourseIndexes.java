package lyceum.adapters.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bson.BsonDateTime;
import org.bson.Document;

/** The indexes of the courses: one for every question that can be asked. */
final class CourseIndexes {

    /** How long a deleted course leaves a trace. */
    static final Duration MEMORY = Duration.ofDays(1);

    private CourseIndexes() {}

    /** Changes nothing where they are already, and forgets those deleted long ago. */
    static void create(MongoCollection<Document> courses) {
        var models = new ArrayList<IndexModel>();
        models.add(new IndexModel(new Document(Fields.EXTERNAL_ID, 1), new IndexOptions().unique(true).sparse(true)));
        // Of use to the embedded server only: it doesn't look for {_id, version} in the index of _id, but scans.
        models.add(
                new IndexModel(new Document(Fields.ID, 1).append(Fields.VERSION, 1), new IndexOptions().unique(true)));
        models.add(new IndexModel(
                new Document(Fields.DELETED_AT, 1),
                new IndexOptions().sparse(true).expireAfter(MEMORY.toSeconds(), TimeUnit.SECONDS)));
        ordinary().forEach(keys -> models.add(new IndexModel(keys)));
        courses.createIndexes(models);
        // Not every server lets an index do that.
        var forgotten = new BsonDateTime(Instant.now().minus(MEMORY).toEpochMilli());
        courses.deleteMany(Filters.lt(Fields.DELETED_AT, forgotten));
    }

    static List<Document> ordinary() {
        var indexes = new ArrayList<Document>();
        indexes.add(new Document(Fields.UPDATED_AT, 1).append(Fields.ID, 1));
        indexes.add(new Document(Fields.STAMPED_AT, 1));
        // The terms come first: only then does the planner consider each word of a search as the one to look up.
        indexes.add(new Document(SearchTerms.TERMS, 1).append(Fields.STATE, 1));
        Order.STORED.forEach(order -> indexes.addAll(of(order)));
        return indexes;
    }

    /** What is equal first, then the order: a page is one walk along the index, whatever is filtered by. */
    private static List<Document> of(Order order) {
        return List.of(
                index(order),
                index(order, Fields.CATEGORY_KEY),
                index(order, Fields.DIFFICULTY),
                index(order, Fields.CATEGORY_KEY, Fields.DIFFICULTY));
    }

    private static Document index(Order order, String... filters) {
        var index = new Document(Fields.STATE, 1);
        for (var filter : filters) {
            index.append(filter, 1);
        }
        index.putAll(order.sort());
        return index;
    }
}
