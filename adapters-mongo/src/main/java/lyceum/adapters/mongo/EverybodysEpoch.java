package lyceum.adapters.mongo;

import static java.util.Objects.requireNonNull;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;
import org.bson.conversions.Bson;

/** A number in a document of its own. */
final class EverybodysEpoch {

    private static final String EPOCH = "epoch";
    private static final Bson IT = new Document(Fields.ID, "everybody");

    /** On the embedded server it also is what makes an answer atomic. */
    private static final Bson NUMBER = Projections.include(EPOCH);

    private final MongoCollection<Document> epochs;

    EverybodysEpoch(MongoCollection<Document> epochs) {
        this.epochs = epochs;
    }

    /** Zero until the first one begins. */
    long now() {
        var found = epochs.find(IT).projection(NUMBER).first();
        return found == null ? 0 : epoch(found);
    }

    long begin() {
        try {
            return increment();
        } catch (MongoException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // Another one was inserting the document at the same time.
            return increment();
        }
    }

    private long increment() {
        var options = new FindOneAndUpdateOptions()
                .upsert(true)
                .returnDocument(ReturnDocument.AFTER)
                .projection(NUMBER);
        var increment = new Document("$inc", new Document(EPOCH, 1L));
        return epoch(requireNonNull(epochs.findOneAndUpdate(IT, increment, options)));
    }

    private static long epoch(Document document) {
        return new Stored(document).whole(EPOCH, 0);
    }
}
