package lyceum.bootstrap.embedded;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.BsonDocument;
import org.bson.Document;

/** A store and a collection in it, as a program sees them that watches it with a driver. */
final class WatchedThings implements AutoCloseable {

    private final EmbeddedMongo server;
    private final MongoClient client;

    WatchedThings(EmbeddedMongo server) {
        this.server = server;
        this.client = MongoClients.create(server.uri());
    }

    static Document thing(int id, String name) {
        return new Document("_id", id).append("name", name);
    }

    static List<Document> things(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(id -> thing(id, "x")).toList();
    }

    MongoClient client() {
        return client;
    }

    MongoCollection<Document> collection(String name) {
        return client.getDatabase("lyceum").getCollection(name);
    }

    MongoCollection<Document> all() {
        return collection("things");
    }

    /** Asks, and does not wait. */
    ChangeStreamIterable<Document> watch() {
        return all().watch().maxAwaitTime(1, MILLISECONDS);
    }

    static List<ChangeStreamDocument<Document>> seen(MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor) {
        var seen = new ArrayList<ChangeStreamDocument<Document>>();
        for (var event = cursor.tryNext(); event != null; event = cursor.tryNext()) {
            seen.add(event);
        }
        return seen;
    }

    /** Where it goes on. The driver knows that once it has asked. */
    static BsonDocument token(MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor) {
        return Objects.requireNonNull(cursor.getResumeToken());
    }

    static BsonDocument place(MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor) {
        assertThat(cursor.tryNext()).isNull();
        return token(cursor);
    }

    static void assertRefused(int code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(
                MongoCommandException.class, e -> assertThat(e.getErrorCode()).isEqualTo(code));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
