package lyceum.adapters.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;

/** A server as it is known for as long as the connection lasts. */
final class Session {

    private final RedisClusterAsyncCommands<byte[], byte[]> commands;
    private final byte[] incarnation;
    private final RedisTime time;

    Session(RedisClusterAsyncCommands<byte[], byte[]> commands, String incarnation, RedisTime time) {
        this.commands = commands;
        this.incarnation = Bytes.of(incarnation);
        this.time = time;
    }

    RedisClusterAsyncCommands<byte[], byte[]> commands() {
        return commands;
    }

    /** 16 characters that are others after every restart and on every other server. */
    byte[] incarnation() {
        return incarnation;
    }

    RedisTime time() {
        return time;
    }
}
