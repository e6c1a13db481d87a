package lyceum.adapters.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import lyceum.domain.identity.SessionRepository;
import org.bson.BsonDateTime;
import org.bson.Document;

/** The collections of accounts, with an index for every question that can be asked. */
record Accounts(MongoDatabase database) {

    static final String SESSIONS = "sessions";

    MongoCollection<Document> users() {
        return database.getCollection(UserDocument.COLLECTION);
    }

    MongoCollection<Document> sessions() {
        return database.getCollection(SESSIONS);
    }

    EverybodysEpoch everybodysEpoch() {
        return new EverybodysEpoch(database.getCollection("epochs"));
    }

    /** Changes nothing where it was done already, and forgets sessions that were over long ago. */
    void prepare() {
        users().createIndexes(List.of(
                new IndexModel(new Document(UserDocument.EMAIL, 1), new IndexOptions().unique(true)),
                new IndexModel(new Document(UserDocument.ROLE, 1).append(Fields.ID, 1)),
                new IndexModel(new Document(UserDocument.CHANGED_AT, 1)),
                lookUp(UserDocument.VERSION)));
        sessions().createIndexes(List.of(
                new IndexModel(new Document(SessionFields.USER, 1).append(SessionFields.LAST_SEEN_AT, -1)),
                new IndexModel(new Document(SessionFields.REVOKED_AT, 1), new IndexOptions().sparse(true)),
                new IndexModel(
                        new Document(SessionFields.EXPIRES_AT, 1),
                        new IndexOptions().expireAfter(SessionRepository.MEMORY.toSeconds(), TimeUnit.SECONDS)),
                lookUp(SessionFields.REFRESH_HASH)));
        // Not every server lets an index do that.
        var forgotten = new ServerClock(database).read().time().minus(SessionRepository.MEMORY);
        sessions().deleteMany(Filters.lt(SessionFields.EXPIRES_AT, new BsonDateTime(forgotten.toEpochMilli())));
    }

    /** Of use to the embedded server only: it doesn't look for an id and something else in the index of ids, but scans. */
    private static IndexModel lookUp(String field) {
        return new IndexModel(new Document(Fields.ID, 1).append(field, 1), new IndexOptions().unique(true));
    }
}
