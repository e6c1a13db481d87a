package lyceum.adapters.redis;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.concurrent.CompletionStage;

/** A server as it is known for as long as the connection lasts. */
final class Session {

    private static final int INCARNATION = 16;

    private final RedisClusterAsyncCommands<byte[], byte[]> commands;
    private final byte[] incarnation;
    private final RedisTime time;
    private final long begun;

    private Session(RedisClusterAsyncCommands<byte[], byte[]> commands, String incarnation, RedisTime time) {
        this.commands = commands;
        this.incarnation = Bytes.of(incarnation);
        this.time = time;
        this.begun = time.latest();
    }

    /** Asks a server that has just been connected which one it is. */
    static CompletionStage<Session> of(RedisClusterAsyncCommands<byte[], byte[]> redis) {
        return RedisTime.of(redis)
                .thenCombine(redis.info("server"), (time, info) -> new Session(redis, incarnation(info), time));
    }

    private static String incarnation(String info) {
        return ServerInfo.parse(info).text("run_id").substring(0, INCARNATION);
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

    /** Since when, in Redis' time, or a little later. */
    long begun() {
        return begun;
    }
}
