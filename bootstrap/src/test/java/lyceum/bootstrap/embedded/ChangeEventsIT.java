package lyceum.bootstrap.embedded;

import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static com.mongodb.client.model.changestream.OperationType.DELETE;
import static com.mongodb.client.model.changestream.OperationType.DROP;
import static com.mongodb.client.model.changestream.OperationType.INSERT;
import static com.mongodb.client.model.changestream.OperationType.INVALIDATE;
import static com.mongodb.client.model.changestream.OperationType.REPLACE;
import static com.mongodb.client.model.changestream.OperationType.UPDATE;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static lyceum.bootstrap.embedded.WatchedThings.assertRefused;
import static lyceum.bootstrap.embedded.WatchedThings.place;
import static lyceum.bootstrap.embedded.WatchedThings.seen;
import static lyceum.bootstrap.embedded.WatchedThings.thing;
import static lyceum.bootstrap.embedded.WatchedThings.things;
import static lyceum.bootstrap.embedded.WatchedThings.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.changestream.FullDocument;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a change stream of the embedded store tells. */
@Timeout(60)
class ChangeEventsIT {

    private final WatchedThings store = new WatchedThings(EmbeddedMongo.inMemory());

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void everyCommandTellsWhatItDid() {
        try (var cursor = store.watch().cursor()) {
            store.all().insertOne(thing(1, "a"));
            store.all().insertMany(List.of(thing(2, "b"), thing(3, "c")));
            store.all().updateOne(eq("_id", 1), set("name", "a2"));
            store.all().updateMany(new Document(), set("all", true));
            store.all().updateOne(eq("_id", 4), set("name", "d"), new UpdateOptions().upsert(true));
            store.all().replaceOne(eq("_id", 1), thing(1, "a3"));
            store.all().findOneAndUpdate(eq("_id", 2), unset("all"));
            store.all().findOneAndReplace(eq("_id", 2), thing(2, "b2"));
            store.all().findOneAndDelete(eq("_id", 2));
            store.all().deleteMany(new Document());
            store.collection("others").insertOne(thing(1, "x"));
            assertThat(seen(cursor)).extracting(event -> event.getOperationType())
                    .containsExactly(INSERT, INSERT, INSERT, UPDATE, UPDATE, UPDATE, UPDATE, INSERT, REPLACE, UPDATE,
                            REPLACE, DELETE, DELETE, DELETE, DELETE);
        }
    }

    @Test
    void whatChangedNothingOrWasRefusedIsNotTold() {
        store.all().insertOne(thing(1, "a"));
        try (var cursor = store.watch().cursor()) {
            store.all().updateOne(eq("_id", 1), set("name", "a"));
            store.all().updateOne(eq("_id", 2), set("name", "b"));
            assertThatThrownBy(() -> store.all().insertMany(List.of(thing(1, "b")))).isNotNull();
            store.all().deleteOne(eq("_id", 2));
            assertThat(seen(cursor)).isEmpty();
        }
    }

    @Test
    void eventsAreWhole() {
        try (var cursor = store.watch().cursor()) {
            store.all().insertOne(thing(1, "a").append("b", 1).append("c", 2));
            store.all().updateOne(eq("_id", 1), combine(set("name", "a2"), unset("b")));
            var seen = seen(cursor);
            var update = seen.getLast();
            assertThat(seen.getFirst().getFullDocument()).isEqualTo(thing(1, "a").append("b", 1).append("c", 2));
            assertThat(update.getDocumentKey()).isEqualTo(BsonDocument.parse("{_id: 1}"));
            assertThat(update.getFullDocument()).isNull();
            assertThat(update.getNamespace()).isEqualTo(store.all().getNamespace());
            assertThat(update.getClusterTime()).isGreaterThan(seen.getFirst().getClusterTime());
            var description = Objects.requireNonNull(update.getUpdateDescription());
            assertThat(description.getUpdatedFields()).isEqualTo(BsonDocument.parse("{name: 'a2'}"));
            assertThat(description.getRemovedFields()).containsExactly("b");
        }
    }

    @Test
    void aLookupShowsTheDocumentAsItIsNow() {
        store.all().insertOne(thing(1, "a"));
        try (var cursor = store.watch().fullDocument(FullDocument.UPDATE_LOOKUP).cursor()) {
            store.all().updateOne(eq("_id", 1), set("name", "a2"));
            store.all().updateOne(eq("_id", 1), set("name", "a3"));
            assertThat(seen(cursor)).allMatch(event -> thing(1, "a3").equals(event.getFullDocument()));
            store.all().updateOne(eq("_id", 1), set("name", "a4"));
            store.all().deleteOne(eq("_id", 1));
            assertThat(seen(cursor)).allMatch(event -> event.getFullDocument() == null);
        }
    }

    @Test
    void aPipelineSelects() {
        try (var cursor = store.all().watch(List.of(match(eq("operationType", "delete"))))
                .maxAwaitTime(1, MILLISECONDS)
                .cursor()) {
            var before = place(cursor);
            store.all().insertMany(things(2_500));
            assertThat(seen(cursor)).isEmpty();
            assertThat(token(cursor)).as("goes on although nothing came").isNotEqualTo(before);
            store.all().deleteOne(eq("_id", 7));
            assertThat(seen(cursor)).hasSize(1);
        }
    }

    @Test
    void eventsComeInTheOrderOfTheWrites() throws Exception {
        store.all().insertOne(new Document("_id", 1).append("count", 0));
        try (var cursor = store.watch().cursor(); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writes =
                    Stream.generate(
                            () -> threads.submit(() -> store.all().findOneAndUpdate(eq("_id", 1), inc("count", 1))))
                            .limit(300)
                            .toList();
            for (var write : writes) {
                write.get();
            }
            assertThat(seen(cursor)).extracting(event -> Objects.requireNonNull(event.getUpdateDescription())
                    .getUpdatedFields())
                    .isEqualTo(IntStream.rangeClosed(1, 300)
                            .mapToObj(count -> BsonDocument.parse("{count: " + count + "}"))
                            .toList());
        }
    }

    @Test
    void aDroppedCollectionEndsTheStream() {
        store.all().insertOne(thing(1, "a"));
        BsonDocument end;
        try (var cursor = store.watch().cursor()) {
            store.all().drop();
            assertThat(seen(cursor)).extracting(event -> event.getOperationType()).containsExactly(DROP, INVALIDATE);
            assertThat(cursor.getServerCursor()).isNull();
            end = token(cursor);
        }
        store.all().insertOne(thing(2, "b"));
        assertRefused(260, () -> store.watch().resumeAfter(end).cursor());
        try (var cursor = store.watch().startAfter(end).cursor()) {
            assertThat(seen(cursor)).extracting(event -> event.getOperationType()).containsExactly(INSERT);
        }
    }
}
