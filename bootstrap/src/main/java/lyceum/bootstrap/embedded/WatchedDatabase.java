package lyceum.bootstrap.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/** A database of watched collections. It opens those that it has while it is made, hence the order in its constructor. */
final class WatchedDatabase extends H2Database {

    private final MVStore store;
    private final ChangeHistory history;

    WatchedDatabase(String name, MVStore store, CursorRegistry cursors, ChangeHistory history) {
        this.store = store;
        this.history = history;
        super(name, store, cursors);
    }

    /** The names of the maps are those that H2Database gives, and looks for when it drops or moves a collection. */
    @Override
    protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
        var name = getFullCollectionNamespace(collection);
        MVMap<Object, Document> data = store.openMap("databases." + name);
        MVMap<String, Object> meta = store.openMap("meta." + name);
        return new WatchedCollection(this, collection, options, data, meta, cursorRegistry, history);
    }
}
