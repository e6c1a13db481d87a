package lyceum.adapters.redis;

import java.time.InstantSource;
import lyceum.domain.cache.CacheTier;
import lyceum.domain.identity.TokenStore;

/**
 * The door of this package: one connection to Redis, shared by all that is built on it.
 *
 * <p>Opening never fails because Redis is away: what is built answers that it is unavailable until Redis is there, and
 * again whenever it is not.
 */
public final class RedisAdapter implements AutoCloseable {

    private final RedisServer server;
    private final InstantSource clock;
    private final RedisLink link;

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

    /** @param prefix what the names of its keys begin with, for example {@code lyceum:} */
    public TokenStore tokenStore(String prefix) {
        return new RedisTokenStore(link, prefix, server.commandTimeout(), clock);
    }

    /** Whether Redis can be asked now. */
    public boolean connected() {
        return link.connected();
    }

    @Override
    public void close() {
        link.close();
    }
}
