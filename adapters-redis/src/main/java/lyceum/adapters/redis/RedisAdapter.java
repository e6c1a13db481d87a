package lyceum.adapters.redis;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.cache.ChangeLog;
import lyceum.domain.identity.Attempts;
import lyceum.domain.identity.TokenStore;

/**
 * The door of this package: one connection to Redis, shared by all that is built on it, and one more for each reader of the
 * change log, and for each token store that is listened to.
 *
 * <p>Opening never fails because Redis is away: what is built answers that it is unavailable until Redis is there, and
 * again whenever it is not.
 */
public final class RedisAdapter implements AutoCloseable {

    private final RedisServer server;
    private final InstantSource clock;
    private final RedisLink link;
    private final Readers readers = new Readers();
    private final Queue<LogLink> logs = new ConcurrentLinkedQueue<>();
    private final Queue<Announcements> channels = new ConcurrentLinkedQueue<>();

    private RedisAdapter(RedisServer server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
        this.link = new RedisLink(server);
    }

    /** Waits for Redis for at most the server's connect timeout, and goes on connecting behind after that. */
    public static RedisAdapter open(RedisServer server, InstantSource clock) {
        var adapter = new RedisAdapter(server, clock);
        adapter.link.connect();
        adapter.link.awaitFirst(server.connectTimeout());
        return adapter;
    }

    public CacheTier cacheTier(RedisCacheOptions options) {
        return new RedisCacheTier(link, options, clock);
    }

    /** For one reader, which asks again and again; two would wait for each other. */
    public ChangeLog changeLog(RedisCacheOptions options) {
        var own = new LogLink(link.resources(), server, RedisChangeLog.BLOCK);
        logs.add(own);
        return new RedisChangeLog(own, options, readers, clock);
    }

    /**
     * Asks whether what is changed in a cache comes back to this process by the change log, and answers what is wrong, if
     * something is. It needs somebody to read the log all the while. It may be asked as often as one likes. What token stores
     * may not announce or hear is wrong, too.
     */
    public Supplier<CompletionStage<Optional<String>>> canary(RedisCacheOptions options) {
        var canary = new SyncCanary(link, readers, options);
        return () -> canary.get().thenApply(wrong -> refusal().or(() -> wrong));
    }

    private Optional<String> refusal() {
        return channels.stream().map(Announcements::refusal).flatMap(Optional::stream).findAny();
    }

    /** @param prefix what the names of its keys begin with, for example {@code lyceum:} */
    public TokenStore tokenStore(String prefix) {
        var channel = new Announcements(link, server, prefix);
        channels.add(channel);
        return new RedisTokenStore(waiting(), channel, prefix, clock);
    }

    /** @param prefix what the names of its keys begin with, for example {@code lyceum:} */
    public Attempts attempts(String prefix) {
        return new RedisAttempts(waiting(), prefix);
    }

    private Waiting waiting() {
        return new Waiting(link, server.commandTimeout());
    }

    /** Whether Redis can be asked now. */
    public boolean connected() {
        return link.connected();
    }

    @Override
    public void close() {
        channels.forEach(Announcements::close);
        logs.forEach(LogLink::close);
        link.close();
    }
}
