package lyceum.adapters.mongo;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.micronaut.context.annotation.Factory;
import io.micronaut.data.mongodb.operations.MongoDatabaseNameProvider;
import jakarta.inject.Singleton;
import lyceum.domain.course.CourseFeed;
import lyceum.domain.course.CourseRepository;
import lyceum.domain.idempotency.RequestLedger;
import lyceum.domain.identity.RevocationFeed;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.UserRepository;
import org.bson.Document;

/**
 * The repositories that keep their data in MongoDB, and the feeds of what changes there. They need the property {@code
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
    Prepared<Accounts> preparedAccounts() {
        return Prepared.soon(new Accounts(client.getDatabase(database)), Accounts::prepare);
    }

    @Singleton
    UserRepository users(Prepared<Accounts> accounts, UserDocuments documents) {
        return new MongoUserRepository(accounts, documents);
    }

    @Singleton
    SessionRepository sessions(Prepared<Accounts> accounts) {
        return new MongoSessionRepository(accounts);
    }

    @Singleton
    RevocationFeed revocations(Prepared<Accounts> accounts) {
        return new MongoRevocationFeed(accounts, new ServerClock(client.getDatabase(database)));
    }

    @Singleton
    RequestLedger requests() {
        return new MongoRequestLedger(
                Prepared.soon(collection(MongoRequestLedger.COLLECTION), MongoRequestLedger::prepare));
    }

    private MongoCollection<Document> collection(String name) {
        return client.getDatabase(database).getCollection(name);
    }
}
