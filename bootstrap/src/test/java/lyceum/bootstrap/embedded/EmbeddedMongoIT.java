package lyceum.bootstrap.embedded;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoWriteException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoIT {

    private static final int WRITERS = 4;
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 400;

    @TempDir
    private Path folder;

    @Test
    void savesWithinASessionAsMicronautDataDoes() {
        try (EmbeddedMongo server = EmbeddedMongo.inMemory();
                MongoClient client = MongoClients.create(server.uri());
                ClientSession session = client.startSession()) {
            MongoCollection<Document> courses = courses(client);
            courses.insertOne(session, new Document("_id", "java").append("version", 1L));
            courses.replaceOne(
                    session, eq("version", 1L), new Document("_id", "java").append("version", 2L));

            assertThat(courses.find(session, eq("_id", "java")).first()).containsEntry("version", 2L);
        }
    }

    @Test
    void dataAndIndexesSurviveACleanRestart() {
        onServer(courses -> {
            courses.createIndex(Indexes.ascending("slug"), new IndexOptions().unique(true));
            courses.insertOne(course("1", "java"));
        });

        onServer(courses -> {
            assertThat(courses.find(eq("slug", "java")).first()).isEqualTo(course("1", "java"));
            assertThatThrownBy(() -> courses.insertOne(course("2", "java"))).isInstanceOf(MongoWriteException.class);
        });
    }

    /** Without the commit before each reply, or with the store's own timer instead, this fails. */
    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        try (ChildJvm writer = ChildJvm.run(Writer.class, folder)) {
            for (int count = 0; count < ACKNOWLEDGED_BEFORE_THE_KILL; count++) {
                acknowledged.add(writer.nextMessage());
            }
            acknowledged.addAll(writer.kill());
        }

        onServer(courses -> acknowledged.forEach(slug -> {
            Document found = courses.find(eq("slug", slug)).first();
            assertThat(found).as("by its index: %s", slug).isNotNull().containsEntry("version", 2L);
            assertThat(courses.countDocuments(eq("_id", found.get("_id")))).isOne();
        }));
    }

    private void onServer(Consumer<MongoCollection<Document>> work) {
        try (EmbeddedMongo server = EmbeddedMongo.inFolder(folder);
                MongoClient client = MongoClients.create(server.uri())) {
            work.accept(courses(client));
        }
    }

    private static MongoCollection<Document> courses(MongoClient client) {
        return client.getDatabase("lyceum").getCollection("courses");
    }

    private static Document course(String id, String slug) {
        return new Document("_id", id).append("slug", slug).append("version", 1L);
    }

    /** Inserts and updates from several threads, and prints what was acknowledged, until it is killed. */
    static final class Writer {

        private Writer() {}

        public static void main(String[] arguments) {
            EmbeddedMongo server = EmbeddedMongo.inFolder(Path.of(arguments[0]));
            MongoCollection<Document> courses = courses(MongoClients.create(server.uri()));
            courses.createIndex(Indexes.ascending("slug"), new IndexOptions().unique(true));
            for (int writer = 0; writer < WRITERS; writer++) {
                String prefix = writer + "-";
                Thread.ofPlatform().start(() -> writeForEver(courses, prefix));
            }
        }

        private static void writeForEver(MongoCollection<Document> courses, String prefix) {
            for (int count = 0; true; count++) {
                String slug = prefix + count;
                courses.insertOne(course("id-" + slug, slug));
                courses.updateOne(eq("slug", slug), Updates.inc("version", 1L));
                ChildJvm.tell(slug);
            }
        }
    }
}
