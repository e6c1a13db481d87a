package lyceum.adapters.mongo;

import static lyceum.fake.Courses.LONG_AGO;
import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static lyceum.fake.Courses.rich;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseRepository;
import lyceum.domain.course.CourseState;
import lyceum.domain.course.Popularity;
import lyceum.domain.course.SortBy;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents as other programs write them, and what other programs see of ours. */
class StoredFormTest {

    @RegisterExtension
    static final Mongo MONGO = new Mongo();

    private final CourseRepository courses = MONGO.bean(CourseRepository.class);

    private static Document leastPossible() {
        return new Document(Fields.ID, new ObjectId(id(1).value()))
                .append("title", "From elsewhere")
                .append("slug", "from-elsewhere")
                .append("category", "Music")
                .append("difficulty", "beginner")
                .append("state", "published")
                .append("created_at", new BsonDateTime(LONG_AGO.toEpochMilli()))
                .append("updated_at", new BsonDateTime(LONG_AGO.toEpochMilli()));
    }

    private void store(Document document) {
        MONGO.collection(MongoAdapter.COURSES).insertOne(document);
    }

    private Document stored() {
        return MONGO.collection(MongoAdapter.COURSES).find().into(new ArrayList<>()).getFirst();
    }

    private Course read() {
        return courses.find(id(1)).orElseThrow();
    }

    @Test
    void whatIsMissingHasADefault() {
        store(leastPossible());
        var course = read();
        assertThat(course.version()).isEqualTo(1);
        assertThat(course.details().language()).isEqualTo("en");
        assertThat(course.details().price()).isEqualTo(BigDecimal.ZERO);
        assertThat(course.popularity()).isEqualTo(Popularity.NONE);
        assertThat(course.modules()).isEmpty();
        assertThat(courses.list(CourseQuery.firstPage(SortBy.TOP_RATED)).items()).hasSize(1);
    }

    @Test
    void numbersMayBeOfAnyType() {
        store(leastPossible()
                .append("version", 3)
                .append("price", 19.9)
                .append("stated_minutes", 90L)
                .append("rating_average", 4)
                .append("rating_count", 7.0)
                .append("enrollment_count", 12));
        var course = read();
        assertThat(course.version()).isEqualTo(3);
        assertThat(course.details().price()).isEqualTo(new BigDecimal("19.9"));
        assertThat(course.durationMinutes()).isEqualTo(90);
        assertThat(course.popularity()).isEqualTo(new Popularity(4, 7, 12));
        assertThat(courses.replace(course.withPopularity(Popularity.NONE, LONG_AGO))).isTrue();
    }

    @Test
    void fieldsOfOthersAreOverlookedAndKept() {
        store(leastPossible().append("version", 1L).append("erp", new Document("sku", 5)).append("modules", List.of(
                new Document("id", "m").append("title", "M").append("colour", "red"))));
        var course = read();
        assertThat(courses.replace(course.edited(course.details(), CourseState.ARCHIVED, List.of(), LONG_AGO)))
                .isTrue();
        assertThat(stored().get("erp")).isEqualTo(new Document("sku", 5));
        assertThat(read().state()).isEqualTo(CourseState.ARCHIVED);
    }

    @Test
    void whatCannotBeReadIsTheStoresFault() {
        store(leastPossible().append("rating_average", 17));
        assertThatIllegalStateException().isThrownBy(this::read).withMessageContaining(id(1).value());
        MONGO.collection(MongoAdapter.COURSES).deleteMany(new Document());
        store(leastPossible().append("title", null));
        assertThatIllegalStateException().isThrownBy(this::read).withMessageContaining(id(1).value());
    }

    @Test
    void absenceIsNotStored() {
        courses.insert(course(1).durationMinutes(null).build());
        assertThat(stored()).doesNotContainKeys("external_id", "owner", "stated_minutes");
    }

    @Test
    void aDeletedCourseLeavesAnIdAndATrace() {
        courses.insert(rich(1));
        courses.delete(id(1), 1);
        assertThat(stored()).containsOnlyKeys("_id", "state", "writes", "stamped_at", "stamped_version", "deleted_at")
                .containsEntry("state", "deleted")
                .containsEntry("stamped_version", 2L);
    }

    @Test
    void tracesAreForgottenAfterADay() {
        courses.insert(course(1).build());
        courses.insert(course(2).build());
        courses.delete(id(1), 1);
        courses.delete(id(2), 1);
        var all = MONGO.collection(MongoAdapter.COURSES);
        var yesterday = new BsonDateTime(Instant.now().minus(Duration.ofHours(25)).toEpochMilli());
        all.updateOne(new Document(Fields.ID, new ObjectId(id(1).value())),
                new Document("$set", new Document(Fields.DELETED_AT, yesterday)));
        CourseIndexes.create(all);
        assertThat(stored()).containsEntry(Fields.ID, new ObjectId(id(2).value()));
        assertThat(courses.insert(course(1).build())).isTrue();
        assertThat(courses.insert(course(2).build())).isFalse();
    }

    @Test
    void theNumberOfRememberedWritesIsBounded() {
        var course = rich(1);
        courses.insert(course);
        for (var i = 0; i < 20; i++) {
            course = course.withPopularity(new Popularity(0, 0, i), LONG_AGO);
            courses.replace(course);
        }
        assertThat(stored().getList("writes", ObjectId.class)).hasSize(8);
    }

    @Test
    void theWordsOfOneCourseAreBounded() {
        var words = new StringBuilder();
        for (var i = 0; words.length() < 19_990; i++) {
            words.append(Integer.toString(i, 36)).append(' ');
        }
        courses.insert(course(1).description(words.toString().strip()).build());
        assertThat(stored().get("search", Document.class).getList("terms", String.class)).hasSizeBetween(2_000, 2_100);
    }
}
