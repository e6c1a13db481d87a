package lyceum.bootstrap.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static lyceum.contract.CourseFixture.changed;
import static lyceum.contract.TierProbe.await;
import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.stream.Stream;
import lyceum.adapters.mongo.MongoAdapter;
import lyceum.contract.CourseFeedContract;
import lyceum.contract.FeedReader;
import lyceum.domain.course.CourseFeed;
import lyceum.domain.course.CourseFeed.Position;
import lyceum.domain.course.CourseRepository;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The change feed of the adapter on the change streams of the embedded store. */
class EmbeddedCourseFeedIT implements CourseFeedContract {

    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final ApplicationContext CONTEXT = start(STORE.uri());

    private static ApplicationContext start(String uri) {
        return ApplicationContext.run(Map.of("mongodb.uri", uri, MongoAdapter.TIMEOUT, "30s"));
    }

    private static MongoCollection<Document> collection(String name) {
        return CONTEXT.getBean(MongoClient.class).getDatabase("lyceum").getCollection(name);
    }

    @BeforeEach
    void empty() {
        courses();
        collection("courses").deleteMany(new Document());
    }

    @AfterAll
    static void stop() {
        CONTEXT.close();
        STORE.close();
    }

    @Override
    public CourseRepository courses() {
        return CONTEXT.getBean(CourseRepository.class);
    }

    @Override
    public CourseFeed feed() {
        return CONTEXT.getBean(CourseFeed.class);
    }

    @Override
    public Position forgotten() {
        var position = FeedReader.from(feed()).position();
        collection("others").insertMany(Stream.generate(Document::new).limit(ChangeHistory.MOST_CHANGES + 1).toList());
        return position;
    }

    private static Bson first() {
        return eq("_id", new ObjectId(id(1).value()));
    }

    @Test
    void itReadsAStream() {
        assertThat(FeedReader.from(feed()).position().text()).startsWith("stream:");
    }

    @Test
    void whateverAnotherProgramDoesHasNoKnownVersion() {
        var unknown = Map.of(id(1), Long.MAX_VALUE);
        var all = collection("courses");
        courses().insert(course(1).build());
        var reader = FeedReader.from(feed());
        all.updateOne(first(), set("title", "theirs"));
        assertThat(reader.drain()).isEqualTo(unknown);
        all.updateOne(first(), combine(set("title", "also theirs"), set("version", 2L)));
        assertThat(reader.drain()).isEqualTo(unknown);
        var document = all.findOneAndUpdate(first(), set("title", "found"), new FindOneAndUpdateOptions().upsert(true));
        assertThat(reader.drain()).isEqualTo(unknown);
        all.replaceOne(first(), document);
        assertThat(reader.drain()).isEqualTo(unknown);
        all.deleteOne(first());
        assertThat(reader.drain()).isEqualTo(unknown);
        all.insertOne(new Document("_id", new ObjectId(id(1).value())).append("title", "theirs"));
        assertThat(reader.drain()).isEqualTo(unknown);
    }

    @Test
    void oursAreKnownAgainAfterTheirs() {
        courses().insert(course(1).build());
        collection("courses").updateOne(first(), set("title", "theirs"));
        var reader = FeedReader.from(feed());
        courses().replace(changed(courses().find(id(1)).orElseThrow(), "ours"));
        assertThat(reader.drain()).isEqualTo(Map.of(id(1), 2L));
    }

    @Test
    void whatHasNoIdOfOursIsOverlooked() {
        var reader = FeedReader.from(feed());
        collection("courses").insertOne(new Document("_id", "theirs"));
        collection("others").insertOne(new Document());
        assertThat(reader.drain()).isEmpty();
    }

    @Test
    void aDroppedCollectionIsAGap() {
        courses().insert(course(1).build());
        var reader = FeedReader.from(feed());
        collection("courses").drop();
        assertThat(reader.next().gap()).isTrue();
        courses().insert(course(1).build());
        assertThat(reader.drain()).isEqualTo(Map.of(id(1), 1L));
    }

    @Test
    void anotherRunsPlaceIsAGap() {
        try (var store = EmbeddedMongo.inMemory(); var context = start(store.uri())) {
            var theirs = FeedReader.from(context.getBean(CourseFeed.class)).position();
            assertThat(await(feed().after(theirs)).gap()).isTrue();
        }
    }
}
