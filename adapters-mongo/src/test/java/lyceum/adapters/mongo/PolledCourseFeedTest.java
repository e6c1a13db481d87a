package lyceum.adapters.mongo;

import static lyceum.contract.CourseFixture.changed;
import static lyceum.contract.TierProbe.await;
import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import lyceum.contract.CourseFeedContract;
import lyceum.contract.FeedReader;
import lyceum.domain.course.CourseFeed;
import lyceum.domain.course.CourseFeed.Position;
import lyceum.domain.course.CourseRepository;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On every server, also on one that offers change streams. */
class PolledCourseFeedTest implements CourseFeedContract {

    @RegisterExtension
    static final Mongo MONGO = new Mongo();

    private final CourseFeed feed = polled(MONGO);

    static CourseFeed polled(Mongo mongo) {
        var clock = new ServerClock(mongo.database());
        var courses = Prepared.soon(mongo.collection(MongoAdapter.COURSES), CourseIndexes::create);
        return new MongoCourseFeed(courses, it -> new PolledChanges(it, clock));
    }

    @Override
    public CourseRepository courses() {
        return MONGO.bean(CourseRepository.class);
    }

    @Override
    public CourseFeed feed() {
        return feed;
    }

    @Override
    public Position forgotten() {
        return at(Instant.now().minus(Duration.ofHours(24)));
    }

    private static Position at(Instant time) {
        return new Position("poll:" + time.toEpochMilli() + ':' + time.toEpochMilli() + ":0");
    }

    private static MongoCollection<Document> collection() {
        return MONGO.collection(MongoAdapter.COURSES);
    }

    private static void update(Bson update) {
        collection().updateOne(Filters.eq(Fields.ID, new ObjectId(id(1).value())), update);
    }

    private static Bson updatedAt(Instant time) {
        return Updates.set("updated_at", new BsonDateTime(time.toEpochMilli()));
    }

    @Test
    void whatAnotherProgramUpdatesHasNoKnownVersion() {
        courses().insert(course(1).build());
        var reader = FeedReader.from(feed);
        update(Updates.combine(Updates.set("title", "theirs"), updatedAt(Instant.now())));
        assertThat(reader.drain()).isEqualTo(Map.of(id(1), Long.MAX_VALUE));
        update(Updates.combine(Updates.inc("version", 1L), updatedAt(Instant.now().plusMillis(1))));
        assertThat(reader.drain()).isEqualTo(Map.of(id(1), Long.MAX_VALUE));
        var now = courses().find(id(1)).orElseThrow();
        courses().replace(changed(now, "ours"));
        assertThat(reader.drain()).isEqualTo(Map.of(id(1), 3L));
    }

    @Test
    void aClockThatIsALittleSlowIsOvercome() {
        courses().insert(course(1).build());
        var reader = FeedReader.from(feed);
        update(updatedAt(Instant.now().minusMillis(1_500)));
        assertThat(reader.drain()).containsKey(id(1));
        update(updatedAt(Instant.now().plusSeconds(60)));
        assertThat(reader.drain()).containsKey(id(1));
        assertThat(reader.drain()).isEmpty();
    }

    /** There is nothing to see. */
    @Test
    void anUpdateThatKeepsItsTimeIsNotSeen() {
        courses().insert(course(1).build());
        var reader = FeedReader.from(feed);
        update(Updates.set("title", "theirs"));
        assertThat(reader.drain()).isEmpty();
    }

    @Test
    void whatAnotherProgramInsertsHasNoKnownVersion() {
        var reader = FeedReader.from(feed);
        var time = new BsonDateTime(Instant.now().toEpochMilli());
        collection().insertOne(new Document("_id", new ObjectId(id(1).value())).append("updated_at", time));
        collection().insertOne(new Document("_id", "no course of ours").append("updated_at", time));
        assertThat(reader.drain()).isEqualTo(Map.of(id(1), Long.MAX_VALUE));
    }

    @Test
    void whatIsStampedLateIsFoundByTheNextPoll() {
        courses().insert(course(1).build());
        var reader = FeedReader.from(feed);
        update(Updates.combine(
                Updates.set("stamped_at", new BsonDateTime(Instant.now().minusMillis(1_900).toEpochMilli())),
                Updates.set("stamped_version", 2L),
                Updates.set("version", 2L)));
        assertThat(reader.drain()).isEqualTo(Map.of(id(1), 2L));
    }

    @Test
    void aClockThatWasSetBackMakesAGap() {
        assertThat(await(feed.after(at(Instant.now().plusSeconds(3)))).gap()).isTrue();
        assertThat(await(feed.after(at(Instant.now()))).gap()).isFalse();
    }

    @Test
    void aBeginningBeforeTheOldestTraceIsAGap() {
        assertThat(await(feed.since(Duration.ofHours(22))).gap()).isFalse();
        assertThat(await(feed.since(Duration.ofHours(24))).gap()).isTrue();
    }
}
