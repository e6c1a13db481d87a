package lyceum.bootstrap.embedded;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** A server that speaks the MongoDB protocol on a free loopback port and keeps its data in one file, or in memory. */
public final class EmbeddedMongo implements AutoCloseable {

    private static final String DATABASE = "lyceum";
    private static final String FILE = "mongo.mv.db";

    private final MongoServer server;
    private final String uri;

    private EmbeddedMongo(DurableBackend backend) {
        this.server = new MongoServer(backend);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.uri = "mongodb://127.0.0.1:" + server.getLocalAddress().getPort() + "/" + DATABASE;
    }

    /** What was acknowledged before this process died, however it died, is there again. */
    public static EmbeddedMongo inFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new EmbeddedMongo(new DurableBackend(store(folder.resolve(FILE).toString())));
    }

    /** For tests: gone when closed. */
    public static EmbeddedMongo inMemory() {
        return new EmbeddedMongo(new DurableBackend(store(null)));
    }

    /** The backend decides when to commit, so nothing else may: neither a timer nor a full buffer. */
    private static MVStore store(@Nullable String file) {
        MVStore.Builder builder = new MVStore.Builder().autoCommitDisabled().autoCommitBufferSize(0).compress();
        return (file == null ? builder : builder.fileName(file)).open();
    }

    public String uri() {
        return uri;
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
