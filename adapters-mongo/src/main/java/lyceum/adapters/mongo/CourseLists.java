package lyceum.adapters.mongo;

import static com.mongodb.client.model.Aggregates.addFields;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.project;
import static com.mongodb.client.model.Aggregates.skip;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.and;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Field;
import java.util.ArrayList;
import java.util.List;
import lyceum.domain.course.CoursePage;
import lyceum.domain.course.CourseQuery;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The answer to one question to the published catalogue. */
final class CourseLists {

    private final MongoCollection<Document> courses;
    private final CourseQuery query;
    private final Order order;
    private final @Nullable SearchQuery search;
    private final Bson filter;
    private final @Nullable Bson after;

    /** The server gives up when nobody waits any more. */
    private final long patience;

    CourseLists(MongoCollection<Document> courses, CourseQuery query, Timeout timeout) {
        this.patience = timeout.value().toMillis();
        this.courses = courses;
        this.query = query;
        this.order = Order.of(query.sortBy());
        this.search = query.search() == null ? null : SearchQuery.of(query.search());
        this.filter = CourseQueries.listed(query, search == null ? List.of() : search.filters());
        this.after = query.cursor() == null ? null : order.after(Cursors.read(query, query.cursor()));
    }

    CoursePage page() {
        if (search != null && search.findsNothing()) {
            return new CoursePage(0, List.of(), null);
        }
        var total = courses.countDocuments(filter, new CountOptions().maxTime(patience, MILLISECONDS));
        return offset() >= total ? new CoursePage(total, List.of(), null) : page(total, documents());
    }

    private int offset() {
        return (query.page() - 1) * query.pageSize();
    }

    /** One more than the page holds tells whether there is another page. */
    private CoursePage page(long total, List<Document> found) {
        var documents = found.subList(0, Math.min(found.size(), query.pageSize()));
        var next = found.size() > query.pageSize() ? Cursors.write(query, order.positionOf(documents.getLast())) : null;
        return new CoursePage(total, documents.stream().map(CourseReader::summary).toList(), next);
    }

    private List<Document> documents() {
        return search == null || Order.STORED.contains(order) ? sorted().into(new ArrayList<>()) : ranked(search);
    }

    FindIterable<Document> sorted() {
        return courses.find(after == null ? filter : and(filter, after))
                .projection(CourseQueries.SUMMARY)
                .sort(order.sort())
                .skip(offset())
                .limit(query.pageSize() + 1)
                .maxTime(patience, MILLISECONDS);
    }

    /** What matches is scored and sorted by the server, in memory: no index knows how well a course matches. */
    private List<Document> ranked(SearchQuery words) {
        var stages = new ArrayList<Bson>();
        stages.add(match(filter));
        stages.add(addFields(new Field<>(Fields.SCORE, words.score())));
        stages.add(project(CourseQueries.SUMMARY));
        if (after != null) {
            stages.add(match(after));
        }
        stages.addAll(List.of(sort(order.sort()), skip(offset()), limit(query.pageSize() + 1)));
        return courses.aggregate(stages).allowDiskUse(true).maxTime(patience, MILLISECONDS).into(new ArrayList<>());
    }
}
