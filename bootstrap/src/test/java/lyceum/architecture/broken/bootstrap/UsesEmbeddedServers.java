package lyceum.architecture.broken.bootstrap;

import de.bwaldvogel.mongo.MongoServer;
import org.h2.mvstore.MVStore;
import redis.embedded.RedisServer;

record UsesEmbeddedServers(MongoServer mongo, MVStore store, RedisServer redis) {}
