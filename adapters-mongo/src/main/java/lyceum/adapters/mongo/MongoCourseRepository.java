package lyceum.adapters.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CoursePage;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseRepository;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** One document per course, so that every write is atomic without a transaction. */
final class MongoCourseRepository implements CourseRepository {

    private static final int STREAMED_AT_ONCE = 200;

    private final Prepared<MongoCollection<Document>> courses;

    private final Timeout timeout;

    MongoCourseRepository(Prepared<MongoCollection<Document>> courses, Timeout timeout) {
        this.courses = courses;
        this.timeout = timeout;
    }

    @Override
    public Optional<Course> find(CourseId id) {
        var filter = eq(Fields.ID, CourseQueries.objectId(id));
        var found = ask(all -> all.find(filter).projection(CourseQueries.WHOLE).into(new ArrayList<>()));
        return found.stream().map(CourseReader::course).findFirst();
    }

    @Override
    public List<Course> findAll(Collection<CourseId> ids) {
        return findIn(Fields.ID, CourseQueries.objectIds(ids));
    }

    @Override
    public List<Course> findByExternalIds(Collection<String> externalIds) {
        return findIn(Fields.EXTERNAL_ID, externalIds);
    }

    private List<Course> findIn(String field, Collection<?> values) {
        var distinct = new HashSet<>(values);
        if (distinct.isEmpty()) {
            return List.of();
        }
        // A batch as large as the answer: the default would fetch the rest in a second round trip.
        return ask(all -> all.find(in(field, distinct))
                .projection(CourseQueries.WHOLE)
                .batchSize(distinct.size() + 1)
                .into(new ArrayList<>()))
                .stream()
                .map(CourseReader::course)
                .toList();
    }

    @Override
    public CoursePage list(CourseQuery query) {
        return ask(all -> new CourseLists(all, query, timeout).page());
    }

    @Override
    public boolean insert(Course course) {
        var document = CourseWriter.insertion(course, new ObjectId());
        return writes(all -> all.insertOne(document).wasAcknowledged());
    }

    @Override
    public boolean replace(Course course) {
        var update = CourseWriter.update(course, new ObjectId());
        return writes(all -> all.updateOne(CourseQueries.versionBefore(course), update).getMatchedCount() == 1);
    }

    @Override
    public Set<CourseId> saveAll(Collection<Course> some) {
        return some.isEmpty() ? Set.of() : ask(all -> new BulkSave(all, some).run());
    }

    @Override
    public boolean delete(CourseId id, long version) {
        Bson filter = CourseQueries.at(id, version);
        return ask(all -> all.deleteOne(filter).getDeletedCount() == 1);
    }

    @Override
    public void forEach(Consumer<Course> consumer) {
        var cursor = ask(all -> all.find()
                .projection(CourseQueries.WHOLE)
                .sort(new Document(Fields.ID, 1))
                .batchSize(STREAMED_AT_ONCE)
                .iterator());
        try (cursor) {
            while (ask(all -> cursor.hasNext())) {
                consumer.accept(CourseReader.course(cursor.next()));
            }
        }
    }

    /** A taken id or external id is an answer and no failure. */
    private boolean writes(Function<MongoCollection<Document>, Boolean> write) {
        return ask(all -> {
            try {
                return write.apply(all);
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                    return false;
                }
                throw e;
            }
        });
    }

    private <T> T ask(Function<MongoCollection<Document>, T> question) {
        return Outages.translated(() -> question.apply(courses.get()), CatalogueUnavailable::new);
    }
}
