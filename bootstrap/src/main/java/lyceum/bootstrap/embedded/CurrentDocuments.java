package lyceum.bootstrap.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** Completes the events of updates with the document as it is now, for streams that ask for that. */
record CurrentDocuments(MongoBackend backend, String namespace) {

    Document complete(Document event) {
        return "update".equals(event.get("operationType")) ? event.append("fullDocument", find(event)) : event;
    }

    /** Its collection changes documents in place, so it must not do that while one is copied. */
    private @Nullable Document find(Document event) {
        var names = namespace.split("\\.", 2);
        var collection = backend.resolveDatabase(names[0]).resolveCollection(names[1], false);
        if (collection == null) {
            return null;
        }
        synchronized (collection) {
            var found = collection.handleQuery((Document) event.get("documentKey")).iterator();
            return found.hasNext() ? found.next().cloneDeeply() : null;
        }
    }
}
