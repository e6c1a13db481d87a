package lyceum.adapters.mongo;

import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;

/** A server for tests. Micronaut Data saves within a session, which the driver opens only with a server that offers them. */
final class EmbeddedBackend extends MemoryBackend {

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        var reply = super.handleCommand(channel, database, command, query);
        if (reply != null && reply.containsKey("maxWireVersion")) {
            reply.put("logicalSessionTimeoutMinutes", 30);
        }
        return reply;
    }
}
