package lyceum.bootstrap.embedded;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import lyceum.bootstrap.settings.Secret;
import lyceum.bootstrap.settings.ServerUri;
import lyceum.bootstrap.settings.Settings;
import lyceum.bootstrap.settings.Settings.Stores;

/** Starts the servers for which the settings name none, in the data folder. The last one started is closed first. */
public final class EmbeddedServers implements AutoCloseable {

    /** A full cache has to go on taking writes, and what it evicts is read again from MongoDB. */
    private static final EvictionPolicy EVICTION = EvictionPolicy.ALLKEYS_LRU;

    private final Deque<Runnable> closers;
    private final ServerUri mongo;
    private final ServerUri redis;
    private final Secret tokenSecret;
    private final boolean mongoEmbedded;

    private EmbeddedServers(Settings settings, Deque<Runnable> closers) {
        Stores stores = settings.stores();
        this.closers = closers;
        this.mongoEmbedded = stores.mongo().isEmpty();
        boolean needsFolder = mongoEmbedded || stores.redis().isEmpty();
        Path folder = needsFolder ? hold(stores.data()) : stores.data();
        this.tokenSecret = settings.tokens().secret().orElseGet(() -> KeptSecret.in(folder));
        this.mongo = stores.mongo().orElseGet(() -> startMongo(folder));
        this.redis = stores.redis().orElseGet(() -> startRedis(folder));
    }

    /** @throws FolderInUse if another process has the data folder */
    public static EmbeddedServers start(Settings settings) {
        Deque<Runnable> closers = new ArrayDeque<>();
        try {
            return new EmbeddedServers(settings, closers);
        } catch (RuntimeException e) {
            closeAll(closers);
            throw e;
        }
    }

    /** Where MongoDB is, embedded or not. */
    public ServerUri mongo() {
        return mongo;
    }

    /** Where Redis is, embedded or not. */
    public ServerUri redis() {
        return redis;
    }

    /** The secret of the settings, or else the one kept in the data folder. */
    public Secret tokenSecret() {
        return tokenSecret;
    }

    public boolean mongoEmbedded() {
        return mongoEmbedded;
    }

    private Path hold(Path data) {
        DataFolder folder = DataFolder.open(data);
        closers.push(folder::close);
        return folder.path();
    }

    private ServerUri startMongo(Path folder) {
        EmbeddedMongo server = EmbeddedMongo.inFolder(folder.resolve("mongo"));
        closers.push(server::close);
        return new ServerUri(server.uri());
    }

    private ServerUri startRedis(Path folder) {
        EmbeddedRedis server = EmbeddedRedis.inFolder(folder.resolve("redis"), EVICTION);
        closers.push(server::close);
        return new ServerUri(server.uri());
    }

    /** The next one is closed even if one fails to: the folder, which is last, has to be let go. */
    private static void closeAll(Deque<Runnable> closers) {
        if (closers.isEmpty()) {
            return;
        }
        try {
            closers.pop().run();
        } finally {
            closeAll(closers);
        }
    }

    @Override
    public void close() {
        closeAll(closers);
    }
}
