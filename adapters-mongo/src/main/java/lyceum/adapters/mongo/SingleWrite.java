package lyceum.adapters.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOneModel;
import org.bson.Document;

/** One update of one document, which may be an insertion. */
final class SingleWrite {

    private SingleWrite() {}

    /** Whether it was done. A taken id, address or the like is an answer and no failure. */
    static boolean isStored(MongoCollection<Document> collection, UpdateOneModel<Document> model) {
        try {
            var result = collection.updateOne(model.getFilter(), model.getUpdate(), model.getOptions());
            return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }
}
