package lyceum.adapters.mongo;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.netty.channel.Channel;
import java.util.List;

/**
 * A server for tests. Micronaut Data saves within a session, which the driver opens only with a server that offers them. Change
 * streams it refuses, as a MongoDB that is on its own does.
 */
class EmbeddedBackend extends MemoryBackend {

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        if (query.get("pipeline") instanceof List<?> stages && stages.toString().contains("$changeStream")) {
            throw new MongoServerError(40573, "The $changeStream stage is only supported on replica sets");
        }
        var reply = super.handleCommand(channel, database, command, query);
        if (reply != null && reply.containsKey("maxWireVersion")) {
            reply.put("logicalSessionTimeoutMinutes", 30);
        }
        return reply;
    }
}
