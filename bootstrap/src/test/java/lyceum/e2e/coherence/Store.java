package lyceum.e2e.coherence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import lyceum.bootstrap.embedded.EmbeddedMongo;
import org.bson.Document;
import org.bson.types.ObjectId;

/** The database, which outlives all that happens here, and what it says of itself. */
public final class Store implements AutoCloseable {

    private final EmbeddedMongo server = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(server.uri());
    private final MongoCollection<Document> courses = collection("courses");

    public String uri() {
        return server.uri();
    }

    /** As another program would see it. */
    public MongoCollection<Document> collection(String name) {
        return client.getDatabase("lyceum").getCollection(name);
    }

    long version(String course) {
        var found = courses.find(Filters.in("_id", course, new ObjectId(course)))
                .projection(Projections.include("version"))
                .first();
        return found != null && found.get("version") instanceof Number version ? version.longValue() : 0;
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
