package lyceum.bootstrap.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import de.bwaldvogel.mongo.MongoServer;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;

class DurableBackendIT {

    private static final int WRITERS = 8;
    private static final int WRITES = 250;

    /**
     * A commit in the middle of a write, then a crash, would leave documents that an index does not know: they could be
     * neither found nor replaced. The store is told to keep what every commit saw.
     */
    @Test
    void noCommitSplitsAWrite() {
        MVStore store = new MVStore.Builder().autoCommitDisabled().open();
        store.setVersionsToKeep(Integer.MAX_VALUE);
        MongoServer server = new MongoServer(new DurableBackend(store));
        try (MongoClient client = MongoClients.create(server.bindAndGetConnectionString())) {
            MongoCollection<Document> courses = client.getDatabase("lyceum").getCollection("courses");
            courses.createIndex(Indexes.ascending("slug"), new IndexOptions().unique(true));
            long first = store.getCurrentVersion();
            writeFromSeveralThreads(courses);

            for (long commit = first; commit < store.getCurrentVersion(); commit++) {
                assertThat(sizesAt(store, commit)).as("documents, and entries of each index").hasSize(1);
            }
        } finally {
            server.shutdownNow();
        }
    }

    private static void writeFromSeveralThreads(MongoCollection<Document> courses) {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int count = 0; count < WRITERS * WRITES; count++) {
                Document course = new Document("_id", count).append("slug", "slug-" + count);
                writers.execute(() -> courses.insertOne(course));
            }
        }
    }

    private static Set<Long> sizesAt(MVStore store, long commit) {
        return store.getMapNames().stream()
                .filter(name -> name.equals("databases.lyceum.courses") || name.startsWith("lyceum.courses._index_"))
                .map(name -> store.openMap(name).openVersion(commit).sizeAsLong())
                .collect(Collectors.toSet());
    }
}
