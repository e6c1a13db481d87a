package lyceum.adapters.mongo;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseRepository;
import lyceum.domain.course.Difficulty;
import lyceum.domain.course.SortBy;
import lyceum.fake.Courses;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every list that the API offers is one walk along an index, in its order. */
class CourseIndexesTest {

    @RegisterExtension
    static final Mongo MONGO = new Mongo();

    static Stream<CourseQuery> lists() {
        return Stream.of(SortBy.values())
                .flatMap(order -> Stream.of(
                        new CourseQuery(null, null, null, order, 3, 5, null),
                        new CourseQuery(null, "music", null, order, 3, 5, null),
                        new CourseQuery(null, null, Difficulty.ADVANCED, order, 3, 5, null),
                        new CourseQuery(null, "music", Difficulty.ADVANCED, order, 3, 5, null)));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void anIndexHoldsWhatIsEqualAndThenTheOrder(CourseQuery query) {
        var equal = fields(CourseQueries.listed(query, List.of()).toBsonDocument());
        var sort = List.copyOf(Order.of(query.sortBy()).sort().entrySet());
        assertThat(CourseIndexes.ordinary()).anyMatch(index -> {
            var keys = List.copyOf(index.entrySet());
            var first = keys.stream().limit(equal.size()).map(Map.Entry::getKey).collect(toSet());
            return first.equals(equal) && keys.subList(equal.size(), keys.size()).equals(sort);
        });
    }

    @Test
    void searchesAndTheChangeFeedHaveTheirs() {
        assertThat(CourseIndexes.ordinary()).extracting(index -> index.keySet().iterator().next())
                .contains(SearchTerms.TERMS, Fields.UPDATED_AT, Fields.STAMPED_AT);
    }

    @Test
    void theyAreMadeOnceAndAgainWithoutHarm() {
        var courses = MONGO.collection(MongoAdapter.COURSES);
        MONGO.bean(CourseRepository.class);
        var before = courses.listIndexes().into(new ArrayList<>());
        CourseIndexes.create(courses);
        assertThat(courses.listIndexes().into(new ArrayList<>())).isEqualTo(before);
        assertThat(before).extracting(index -> index.get("key", Document.class)).containsAll(CourseIndexes.ordinary());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void theServerNeitherScansNorSorts(CourseQuery query) {
        assumeTrue(MONGO.isReal(), "the embedded server explains nothing: set MONGO_URI");
        MONGO.bean(CourseRepository.class).saveAll(Courses.many(50));
        var lists = new CourseLists(MONGO.collection(MongoAdapter.COURSES), query, new Timeout(Duration.ofSeconds(5)));
        assertThat(Plan.stages(lists.sorted().explain())).contains("IXSCAN").doesNotContain("COLLSCAN", "SORT");
    }

    @Test
    void theServerLooksUpWhatChanged() {
        assumeTrue(MONGO.isReal(), "the embedded server explains nothing: set MONGO_URI");
        MONGO.bean(CourseRepository.class).saveAll(Courses.many(50));
        var changed = MONGO.collection(MongoAdapter.COURSES).find(PolledChanges.changedSince(Instant.now()));
        assertThat(Plan.stages(changed.explain())).contains("IXSCAN").doesNotContain("COLLSCAN");
    }

    @Test
    void theServerLooksUpTheWordsOfASearch() {
        assumeTrue(MONGO.isReal(), "the embedded server explains nothing: set MONGO_URI");
        MONGO.bean(CourseRepository.class).saveAll(Courses.many(50));
        for (var search : List.of("pyth", "data python", "cours de français")) {
            Bson filter = Filters.and(SearchQuery.of(search).filters());
            assertThat(Plan.stages(MONGO.collection(MongoAdapter.COURSES).find(filter).explain()))
                    .as(search)
                    .contains("IXSCAN")
                    .doesNotContain("COLLSCAN");
        }
    }

    private static Set<String> fields(BsonValue filter) {
        var fields = new HashSet<String>();
        if (filter instanceof BsonArray parts) {
            parts.forEach(part -> fields.addAll(fields(part)));
        } else if (filter instanceof BsonDocument document) {
            document.forEach((key, value) -> fields.addAll(key.startsWith("$") ? fields(value) : Set.of(key)));
        }
        return fields;
    }
}
