package lyceum.bootstrap.embedded;

import de.bwaldvogel.mongo.MongoBackend;
import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * The change streams of a store, as far as they can be had: of one collection at a time.
 *
 * <p>The oplog of mongo-java-server would not do: it is kept for ever, is scanned and sorted whole by every question, answers an
 * idle one at once (the driver then spins), misses findAndModify, and does not say which document an update was of. So
 * {@link WatchedCollection} tells the history, and of the oplog's interface only the making of cursors is of use.
 */
final class ChangeStreams implements Oplog {

    private static final int NOT_SUPPORTED = 115;
    private static final long DEFAULT_WAIT_MILLIS = 1_000;

    /** Whoever waits no longer than this only wants to know whether there is something. */
    private static final long SHORTEST_WAIT_MILLIS = 1;

    private final MongoBackend backend;
    private final CursorRegistry registry;
    private final ChangeHistory history;
    private final Map<Long, ChangeCursor> cursors = new ConcurrentHashMap<>();
    private final long run = ThreadLocalRandom.current().nextLong();

    ChangeStreams(MongoBackend backend, CursorRegistry registry, ChangeHistory history) {
        this.backend = backend;
        this.registry = registry;
        this.history = history;
    }

    static Document event(String operation, String namespace) {
        var names = namespace.split("\\.", 2);
        return new Document("operationType", operation)
                .append("ns", new Document("db", names[0]).append("coll", names[1]));
    }

    @Override
    public void handleInsert(String namespace, List<Document> documents) {}

    @Override
    public void handleUpdate(String namespace, Document selector, Document query, List<Object> modifiedIds) {}

    @Override
    public void handleDelete(String namespace, Document query, List<Object> deletedIds) {}

    @Override
    public void handleDropCollection(String namespace) {
        history.add(namespace, event("drop", namespace));
    }

    static boolean isOpening(Document query) {
        return query.get("pipeline") instanceof List<?> stages
                && !stages.isEmpty()
                && stages.getFirst() instanceof Document first
                && first.containsKey("$changeStream");
    }

    /** A number in the place of a collection's name means all of them. */
    static void checkOpening(Document query) {
        if (!(query.get("aggregate") instanceof String)) {
            throw unsupported("Only single collections can be watched here");
        }
    }

    private static MongoServerError unsupported(String message) {
        return new MongoServerError(NOT_SUPPORTED, "CommandNotSupported", message);
    }

    @Override
    public Cursor createCursor(Document options, String namespace, Aggregation stages) {
        if ("required".equals(options.get("fullDocument"))
                || "required".equals(options.get("fullDocumentBeforeChange"))) {
            throw unsupported("No earlier states of documents are kept here");
        }
        discardAbandoned();
        UnaryOperator<Document> lookup = "updateLookup".equals(options.get("fullDocument"))
                ? new CurrentDocuments(backend, namespace)::complete
                : UnaryOperator.identity();
        var cursor = new ChangeCursor(
                registry.generateCursorId(), history, start(options), new ChangeCursor.View(namespace, stages, lookup));
        registry.add(cursor);
        cursors.put(cursor.getId(), cursor);
        return cursor;
    }

    private void discardAbandoned() {
        cursors.values().stream().filter(ChangeCursor::isAbandoned).toList().forEach(cursor -> {
            registry.remove(cursor);
            cursors.remove(cursor.getId());
        });
    }

    private ResumeToken start(Document options) {
        return switch (options.get("startAfter")) {
            case Document token -> known(ResumeToken.parse(token));
            case null, default -> resumed(options);
        };
    }

    private ResumeToken resumed(Document options) {
        if (options.get("resumeAfter") instanceof Document text) {
            var token = known(ResumeToken.parse(text));
            if (token.end()) {
                throw ResumeToken.invalid("The stream ended there; startAfter begins another");
            }
            return token;
        }
        var time = (BsonTimestamp) options.get("startAtOperationTime");
        return new ResumeToken(run, time == null ? history.last() : history.before(time), false);
    }

    private ResumeToken known(ResumeToken token) {
        if (token.run() != run) {
            throw new HistoryLost();
        }
        return token;
    }

    /** Of a stream, the reply says where it goes on, and waits for a while if it would say nothing else. */
    Document reply(Channel channel, Document query, Document reply) {
        var batch = reply.get("cursor") instanceof Document it ? it : new Document();
        var cursor = batch.get("id") instanceof Long id ? cursors.get(id) : null;
        if (cursor != null) {
            batch.put("postBatchResumeToken", cursor.token());
            var patience = number(query, "maxTimeMS", DEFAULT_WAIT_MILLIS);
            if (batch.get("nextBatch") instanceof List<?> events && events.isEmpty()
                    && patience > SHORTEST_WAIT_MILLIS) {
                var size = (int) number(query, "batchSize", 0);
                channel.pipeline().addLast(new AwaitedBatch(history, cursor, reply, size, patience));
            }
        }
        return reply;
    }

    private static long number(Document query, String name, long absent) {
        return query.get(name) instanceof Number number && number.longValue() > 0 ? number.longValue() : absent;
    }
}
