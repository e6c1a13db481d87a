package lyceum.bootstrap.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;

/**
 * A store whose reply to a write leaves only after the write is in the file.
 *
 * <p>One write touches several maps (the document, its indexes, the size of the collection). A commit
 * between two of them, followed by a crash, would leave a document that no index knows. So writers share
 * {@code writing}, a commit holds {@code committing} alone, and the store never commits by itself. A
 * writer that finds its changes committed by another has nothing left to do: commits group themselves. With a
 * commit, change streams are shown what is in it, and so they are before the reply leaves.
 */
final class DurableBackend extends H2Backend {

    /** Whatever is not known to only read is committed. That keeps {@code aggregate} with {@code $out} safe. */
    private static final Set<String> READS = Set.of(
            "buildinfo",
            "count",
            "distinct",
            "endsessions",
            "find",
            "getmore",
            "hello",
            "ismaster",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping",
            "serverstatus");

    private static final int SESSION_MINUTES = 30;
    private static final int COMPACTION_MILLIS = 1_000;

    private final ChangeHistory history;
    private final ChangeStreams streams;
    private final Lock writing;
    private final Lock committing;

    /** The databases are opened while the superclass is made, and they tell the history. */
    DurableBackend(MVStore store) {
        this.history = new ChangeHistory(defaultClock(), store.getMapNames().isEmpty());
        super(store);
        ReadWriteLock gate = new ReentrantReadWriteLock();
        this.writing = gate.readLock();
        this.committing = gate.writeLock();
        this.streams = new ChangeStreams(this, getCursorRegistry(), history);
        this.oplog = streams;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new WatchedDatabase(name, getMvStore(), getCursorRegistry(), history);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        try {
            return streams.reply(channel, query, handle(channel, database, command, query));
        } catch (HistoryLost e) {
            return e.reply();
        }
    }

    private Document handle(Channel channel, String database, String command, Document query) {
        if (ChangeStreams.isOpening(query)) {
            return open(channel, database, command, query);
        }
        boolean reads = READS.contains(command.toLowerCase(Locale.ROOT));
        return reads
                ? withSessions(super.handleCommand(channel, database, command, query))
                : write(channel, database, command, query);
    }

    /** Between two writes: a stream that began in the middle of a large one might have lost its place before it has one. */
    private Document open(Channel channel, String database, String command, Document query) {
        ChangeStreams.checkOpening(query);
        committing.lock();
        try {
            return super.handleCommand(channel, database, command, query);
        } finally {
            committing.unlock();
        }
    }

    /** A command that fails may have written before it did, hence the finally. */
    private Document write(Channel channel, String database, String command, Document query) {
        try {
            writing.lock();
            try {
                return super.handleCommand(channel, database, command, query);
            } finally {
                writing.unlock();
            }
        } finally {
            commitAlone();
        }
    }

    private void commitAlone() {
        committing.lock();
        try {
            if (getMvStore().hasUnsavedChanges()) {
                commit();
            }
            history.reveal();
        } finally {
            committing.unlock();
        }
    }

    /** Micronaut Data saves within a session, which the driver opens only with a server that offers them. */
    private static Document withSessions(Document reply) {
        if (reply.containsKey("maxWireVersion")) {
            reply.put("logicalSessionTimeoutMinutes", SESSION_MINUTES);
        }
        return reply;
    }

    @Override
    public void close() {
        getMvStore().close(COMPACTION_MILLIS);
        super.close();
    }
}
