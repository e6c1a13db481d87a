package lyceum.adapters.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.UUID;
import lyceum.domain.course.CourseRepository;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The adapter as bootstrap would start it, on a server of its own in this process; or, if {@code MONGO_URI} is set, on that
 * server, in a database of a random name that is dropped in the end. Every test finds it empty.
 */
final class Mongo implements BeforeEachCallback, AfterAllCallback {

    private final String name = "lyceum_test_" + UUID.randomUUID().toString().substring(0, 8);
    private final @Nullable String given = System.getenv("MONGO_URI");
    private final MongoServer server = new MongoServer(new EmbeddedBackend());
    private final ApplicationContext context;

    Mongo() {
        this("5s");
    }

    Mongo(String timeout) {
        context = ApplicationContext.run(Map.of("mongodb.uri", uri(), MongoAdapter.TIMEOUT, timeout));
    }

    private String uri() {
        if (given == null) {
            return server.bindAndGetConnectionString() + '/' + name;
        }
        // Everything but the database stays: mongodb://user@host,host/database?options
        return given.replaceFirst("^(mongodb(?:\\+srv)?://[^/?]+)(?:/[^?]*)?", "$1/" + name);
    }

    boolean isReal() {
        return given != null;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    MongoDatabase database() {
        return bean(MongoClient.class).getDatabase(name);
    }

    MongoCollection<Document> collection(String collection) {
        return database().getCollection(collection);
    }

    /** The server goes away. Not to be done to one that is not ours. */
    void stop() {
        server.shutdownNow();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        bean(CourseRepository.class);
        for (var collection : database().listCollectionNames()) {
            if (!collection.startsWith("system.")) {
                collection(collection).deleteMany(new Document());
            }
        }
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (isReal()) {
            database().drop();
        }
        context.close();
        server.shutdownNow();
    }
}
