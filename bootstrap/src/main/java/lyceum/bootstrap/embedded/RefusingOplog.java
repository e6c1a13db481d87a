package lyceum.bootstrap.embedded;

import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;

/**
 * Refuses change streams the way a standalone MongoDB does.
 *
 * <p>The oplog of mongo-java-server is kept for ever, is scanned and sorted whole by every poll, answers
 * an empty poll at once (the driver then spins) and misses findAndModify. Its stand-in for "no oplog"
 * accepts a watcher and never tells it anything. Both are worse than a refusal, which callers know how to handle.
 */
final class RefusingOplog implements Oplog {

    private static final int ONLY_ON_REPLICA_SETS = 40573;

    @Override
    public void handleInsert(String namespace, List<Document> documents) {}

    @Override
    public void handleUpdate(String namespace, Document selector, Document query, List<Object> modifiedIds) {}

    @Override
    public void handleDelete(String namespace, Document query, List<Object> deletedIds) {}

    @Override
    public void handleDropCollection(String namespace) {}

    @Override
    public Cursor createCursor(Document changeStream, String namespace, Aggregation aggregation) {
        throw new MongoServerError(
                ONLY_ON_REPLICA_SETS,
                "Location40573",
                "The $changeStream stage is only supported on replica sets");
    }
}
