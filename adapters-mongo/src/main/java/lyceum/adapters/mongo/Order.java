package lyceum.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static lyceum.adapters.mongo.SortKey.Kind.REAL;
import static lyceum.adapters.mongo.SortKey.Kind.TIME;
import static lyceum.adapters.mongo.SortKey.Kind.WHOLE;
import static lyceum.adapters.mongo.SortKey.falling;
import static lyceum.adapters.mongo.SortKey.rising;

import java.util.ArrayList;
import java.util.List;
import lyceum.domain.course.SortBy;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** An order of courses: by its keys, then by id. */
record Order(List<SortKey> keys) {

    private static final Order RECENT = by(falling(Fields.CREATED_AT, TIME));
    private static final Order POPULAR = by(falling(Fields.ENROLLMENT_COUNT, WHOLE));
    private static final Order TOP_RATED =
            by(falling(Fields.RATING_AVERAGE, REAL), falling(Fields.RATING_COUNT, WHOLE));
    private static final Order DURATION = by(rising(Fields.DURATION_MINUTES, WHOLE));
    private static final Order RELEVANCE = by(falling(Fields.SCORE, WHOLE), falling(Fields.ENROLLMENT_COUNT, WHOLE));

    /** Those that an index can have. The order by relevance depends on the search. */
    static final List<Order> STORED = List.of(RECENT, POPULAR, TOP_RATED, DURATION);

    private static Order by(SortKey... keys) {
        return new Order(List.of(keys));
    }

    static Order of(SortBy sortBy) {
        return switch (sortBy) {
            case RECENT -> RECENT;
            case POPULAR -> POPULAR;
            case TOP_RATED -> TOP_RATED;
            case DURATION -> DURATION;
            case RELEVANCE -> RELEVANCE;
        };
    }

    Document sort() {
        var sort = new Document();
        keys.forEach(key -> sort.append(key.field(), key.direction()));
        return sort.append(Fields.ID, 1);
    }

    Position positionOf(Document document) {
        return new Position(keys.stream().map(key -> key.read(document)).toList(), document.getObjectId(Fields.ID));
    }

    /** What comes after a position. The bound on the first key says nothing new, but lets an index start there. */
    Bson after(Position position) {
        var alternatives = new ArrayList<Bson>();
        var equal = new ArrayList<Bson>();
        for (var i = 0; i < keys.size(); i++) {
            var key = keys.get(i);
            var value = key.stored(position.values().get(i));
            alternatives.add(and(plus(equal, key.descending() ? lt(key.field(), value) : gt(key.field(), value))));
            equal.add(eq(key.field(), value));
        }
        alternatives.add(and(plus(equal, gt(Fields.ID, position.id()))));
        return and(notBefore(keys.getFirst(), position.values().getFirst()), or(alternatives));
    }

    private static Bson notBefore(SortKey key, long value) {
        return key.descending() ? lte(key.field(), key.stored(value)) : gte(key.field(), key.stored(value));
    }

    private static List<Bson> plus(List<Bson> some, Bson another) {
        var all = new ArrayList<>(some);
        all.add(another);
        return all;
    }

    /** A course's place in the order. */
    record Position(List<Long> values, ObjectId id) {}
}
