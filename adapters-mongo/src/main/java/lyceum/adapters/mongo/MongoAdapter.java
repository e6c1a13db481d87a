package lyceum.adapters.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.mongodb.operations.MongoDatabaseNameProvider;
import jakarta.inject.Singleton;
import java.util.List;
import lyceum.domain.course.CourseFeed;
import lyceum.domain.course.CourseRepository;
import lyceum.domain.identity.UserRepository;
import org.bson.Document;

/**
 * The repositories that keep their data in MongoDB, and the feed of what changes there. They need the property {@code
 * mongodb.uri}, with the name of the database in it, and take note of {@link #TIMEOUT} and of Micronaut's {@code
 * mongodb.connection-pool.max-size}.
 */
@Factory
public final class MongoAdapter {

    /** A duration such as {@code 5s}: how long each of finding a server, connecting, and waiting for an answer may take. */
    public static final String TIMEOUT = "lyceum.mongo.timeout";

    static final String COURSES = "courses";

    private final MongoClient client;
    private final String database;

    MongoAdapter(MongoClient client, MongoDatabaseNameProvider database) {
        this.client = client;
        this.database = database.provide(UserDocument.class);
    }

    @Singleton
    Prepared<MongoCollection<Document>> preparedCourses() {
        return Prepared.soon(collection(COURSES), CourseIndexes::create);
    }

    @Singleton
    CourseRepository courses(Prepared<MongoCollection<Document>> courses, Timeout timeout) {
        return new MongoCourseRepository(courses, timeout);
    }

    @Singleton
    CourseFeed changes(Prepared<MongoCollection<Document>> courses) {
        var clock = new ServerClock(client.getDatabase(database));
        return new MongoCourseFeed(courses, it -> MongoCourseFeed.best(it, clock));
    }

    @Singleton
    UserRepository users(UserDocuments documents) {
        return new MongoUserRepository(Prepared.soon(documents, d -> indexUsers(collection(UserDocument.COLLECTION))));
    }

    private static void indexUsers(MongoCollection<Document> users) {
        users.createIndexes(List.of(
                new IndexModel(new Document("email", 1), new IndexOptions().unique(true)),
                new IndexModel(new Document("role", 1))));
    }

    private MongoCollection<Document> collection(String name) {
        return client.getDatabase(database).getCollection(name);
    }
}
