package lyceum.bootstrap.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.Objects;
import org.h2.mvstore.MVMap;

/**
 * A collection that tells a history of what happens to its documents, whichever command it was. All three kinds of change pass
 * here while the collection's monitor is held.
 */
final class WatchedCollection extends H2Collection {

    private final ChangeHistory history;

    /** Whether the update that is going on puts a document in the place of another. Guarded by the monitor. */
    private boolean replacing;

    WatchedCollection(MongoDatabase database, String name, CollectionOptions options, MVMap<Object, Document> data,
            MVMap<String, Object> meta, CursorRegistry cursors, ChangeHistory history) {
        super(database, name, options, data, meta, cursors);
        this.history = history;
    }

    @Override
    protected Object addDocumentInternal(Document document) {
        var position = super.addDocumentInternal(document);
        tell("insert", position, new Document("fullDocument", document));
        return position;
    }

    @Override
    protected void handleUpdate(Object position, Document before, Document after) {
        super.handleUpdate(position, before, after);
        if (replacing) {
            tell("replace", position, new Document("fullDocument", after));
        } else {
            tell("update", position, new Document("updateDescription", difference(before, after)));
        }
    }

    @Override
    protected void removeDocument(Object position) {
        super.removeDocument(position);
        tell("delete", position, new Document());
    }

    @Override
    public synchronized Document updateDocuments(Document selector, Document update, ArrayFilters filters,
            boolean multi, boolean upsert, Oplog oplog) {
        replacing = isReplacement(update);
        return super.updateDocuments(selector, update, filters, multi, upsert, oplog);
    }

    @Override
    public synchronized Document findAndModify(Document query) {
        replacing = query.get("update") instanceof Document update && isReplacement(update);
        return super.findAndModify(query);
    }

    @Override
    public synchronized void renameTo(MongoDatabase newDatabase, String newName) {
        history.add(getFullName(), ChangeStreams.event("rename", getFullName()));
        super.renameTo(newDatabase, newName);
    }

    private static boolean isReplacement(Document update) {
        return update.keySet().stream().noneMatch(key -> key.startsWith("$"));
    }

    /** Whole fields of the document, even if only a part of one has changed. */
    private static Document difference(Document before, Document after) {
        var updated = new Document();
        after.forEach((field, value) -> {
            if (!before.containsKey(field) || !Objects.equals(before.get(field), value)) {
                updated.put(field, value);
            }
        });
        var removed = before.keySet().stream().filter(field -> !after.containsKey(field)).toList();
        return new Document("updatedFields", updated)
                .append("removedFields", removed)
                .append("truncatedArrays", new ArrayList<>());
    }

    private void tell(String operation, Object id, Document what) {
        if (!getCollectionName().startsWith("system.")) {
            var event = ChangeStreams.event(operation, getFullName());
            event.putAll(what);
            var key = id instanceof Missing ? null : id;
            history.add(getFullName(), event.append("documentKey", new Document("_id", key)));
        }
    }
}
