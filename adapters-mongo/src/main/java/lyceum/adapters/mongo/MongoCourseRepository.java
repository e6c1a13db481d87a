package lyceum.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;
import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.toMap;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CoursePage;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseRepository;
import org.bson.Document;
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
        return courses(found).findFirst();
    }

    @Override
    public List<Course> findAll(Collection<CourseId> ids) {
        return findIn(Fields.ID, CourseQueries.objectIds(ids));
    }

    @Override
    public Map<CourseId, Long> deletions(Collection<CourseId> ids) {
        var deleted = and(in(Fields.ID, CourseQueries.objectIds(ids)), eq(Fields.STATE, CourseUpdates.DELETED));
        var found = ask(all -> all.find(deleted)
                .projection(include(Fields.STAMPED_VERSION))
                .batchSize(ids.size() + 1)
                .into(new ArrayList<>()));
        return found.stream()
                .map(Stored::new)
                .collect(toMap(each -> new CourseId(each.id()), each -> each.whole(Fields.STAMPED_VERSION, 0)));
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
        var found = ask(all -> all.find(in(field, distinct))
                .projection(CourseQueries.WHOLE)
                .batchSize(distinct.size() + 1)
                .into(new ArrayList<>()));
        return courses(found).toList();
    }

    private static Stream<Course> courses(List<Document> found) {
        return found.stream().filter(not(CourseUpdates::isDeleted)).map(CourseReader::course);
    }

    @Override
    public CoursePage list(CourseQuery query) {
        return ask(all -> new CourseLists(all, query, timeout).page());
    }

    @Override
    public boolean insert(Course course) {
        return write(CourseUpdates.insertion(course, new ObjectId()));
    }

    @Override
    public boolean replace(Course course) {
        return write(CourseUpdates.replacement(course, new ObjectId()));
    }

    @Override
    public Set<CourseId> saveAll(Collection<Course> some) {
        return some.isEmpty() ? Set.of() : ask(all -> new BulkSave(all, some).run());
    }

    @Override
    public boolean delete(CourseId id, long version) {
        return write(CourseUpdates.deletion(id, version));
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
                courses(List.of(cursor.next())).forEach(consumer);
            }
        }
    }

    private boolean write(UpdateOneModel<Document> model) {
        return ask(all -> SingleWrite.isStored(all, model));
    }

    private <T> T ask(Function<MongoCollection<Document>, T> question) {
        return Outages.translated(() -> question.apply(courses.get()), CatalogueUnavailable::new);
    }
}
