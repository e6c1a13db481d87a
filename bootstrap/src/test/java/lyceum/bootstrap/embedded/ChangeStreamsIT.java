package lyceum.bootstrap.embedded;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.changestream.OperationType.INSERT;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static lyceum.bootstrap.embedded.WatchedThings.assertRefused;
import static lyceum.bootstrap.embedded.WatchedThings.place;
import static lyceum.bootstrap.embedded.WatchedThings.seen;
import static lyceum.bootstrap.embedded.WatchedThings.thing;
import static lyceum.bootstrap.embedded.WatchedThings.things;
import static lyceum.bootstrap.embedded.WatchedThings.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoClients;
import com.mongodb.client.model.changestream.FullDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where a change stream of the embedded store begins, how it waits, and what is refused. */
@Timeout(60)
class ChangeStreamsIT {

    private final WatchedThings store = new WatchedThings(EmbeddedMongo.inMemory());

    @AfterEach
    void stop() {
        store.close();
    }

    @Test
    void itGoesOnFromAnyPlace() {
        BsonDocument first;
        BsonTimestamp time;
        try (var cursor = store.watch().cursor()) {
            first = place(cursor);
            store.all().insertOne(thing(1, "a"));
            time = Objects.requireNonNull(Objects.requireNonNull(cursor.next()).getClusterTime());
            store.all().insertOne(thing(2, "b"));
        }
        for (var stream : List.of(
                store.watch().resumeAfter(first), store.watch().startAfter(first),
                store.watch().startAtOperationTime(time),
                store.watch().startAtOperationTime(new BsonTimestamp(1, 0)),
                store.watch().batchSize(1).resumeAfter(first))) {
            try (var cursor = stream.cursor()) {
                assertThat(seen(cursor))
                        .extracting(event -> Objects.requireNonNull(event.getFullDocument()).get("name"))
                        .containsExactly("a", "b");
            }
        }
    }

    @Test
    void aRestartBeginsAnotherHistory(@TempDir Path folder) {
        BsonDocument old;
        try (var store = EmbeddedMongo.inFolder(folder); var before = MongoClients.create(store.uri())) {
            var all = before.getDatabase("lyceum").getCollection("things");
            try (var cursor = all.watch().maxAwaitTime(1, MILLISECONDS).cursor()) {
                all.insertOne(thing(1, "a"));
                assertThat(seen(cursor)).hasSize(1);
                old = token(cursor);
            }
        }
        try (var store = EmbeddedMongo.inFolder(folder); var after = MongoClients.create(store.uri())) {
            var all = after.getDatabase("lyceum").getCollection("things");
            assertRefused(286, () -> all.watch().resumeAfter(old).cursor());
            assertRefused(286, () -> all.watch().startAtOperationTime(new BsonTimestamp(1, 0)).cursor());
            try (var cursor = all.watch().maxAwaitTime(1, MILLISECONDS).cursor()) {
                all.updateOne(eq("_id", 1), set("name", "b"));
                assertThat(seen(cursor)).hasSize(1);
            }
        }
    }

    @Test
    void aWaitingClientIsWokenAndAnIdleOneDoesNotSpin() throws Exception {
        try (var cursor = store.all().watch().maxAwaitTime(30, SECONDS).cursor()) {
            var next = CompletableFuture.supplyAsync(cursor::next);
            store.all().insertOne(thing(1, "a"));
            assertThat(next.get(20, SECONDS).getOperationType()).isEqualTo(INSERT);
        }
        try (var cursor = store.all().watch().maxAwaitTime(300, MILLISECONDS).cursor()) {
            var begun = System.nanoTime();
            assertThat(cursor.tryNext()).isNull();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofMillis(290));
        }
    }

    @Test
    void manyWaitingClientsHoldNobodyUp() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var watchers =
                    Stream.generate(() -> store.all().watch().maxAwaitTime(30, SECONDS).cursor()).limit(40).toList();
            var events = watchers.stream().map(cursor -> threads.submit(cursor::next)).toList();
            for (var i = 0; i < 50; i++) {
                store.collection("others").insertOne(thing(i, "x"));
            }
            store.all().insertOne(thing(1, "a"));
            for (var event : events) {
                assertThat(event.get(20, SECONDS).getFullDocument()).isEqualTo(thing(1, "a"));
            }
            watchers.forEach(MongoChangeStreamCursor::close);
        }
    }

    @Test
    void whatCannotBeHadIsRefused() {
        assertRefused(115, () -> store.client().getDatabase("lyceum").watch().cursor());
        assertRefused(115, () -> store.client().watch().cursor());
        assertRefused(115, () -> store.watch().fullDocument(FullDocument.REQUIRED).cursor());
        assertRefused(260, () -> store.watch().resumeAfter(BsonDocument.parse("{_data: '8264'}")).cursor());
        assertRefused(286, () -> store.watch().resumeAfter(
                BsonDocument.parse("{_data: '" + "0".repeat(34) + "'}")).cursor());
    }

    @Test
    void whatIsForgottenCannotBeGoneOnFrom() {
        try (var idle = store.watch().cursor()) {
            var old = place(idle);
            store.all().insertMany(
                    things(ChangeHistory.MOST_CHANGES + 1));
            assertRefused(286, idle::tryNext);
            assertRefused(286, () -> store.watch().resumeAfter(old).cursor());
            assertRefused(286, () -> store.watch().startAtOperationTime(new BsonTimestamp(1, 0)).cursor());
        }
    }
}
