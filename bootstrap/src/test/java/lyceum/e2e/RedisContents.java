package lyceum.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.lettuce.core.Range;
import io.lettuce.core.ScanIterator;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** All that a Redis holds, as text. */
final class RedisContents {

    private RedisContents() {}

    /** Every key with its value, whatever type it has. */
    static String of(RedisProcess redis) {
        return redis.ask(commands -> {
            var text = new StringBuilder();
            ScanIterator.scan(commands)
                    .forEachRemaining(key -> text.append(key).append(" = ").append(value(commands, key)).append('\n'));
            return text.toString();
        });
    }

    private static String value(RedisCommands<String, String> redis, String key) {
        var type = redis.type(key);
        return String.valueOf(switch (type) {
            case "string" -> redis.get(key);
            case "hash" -> redis.hgetall(key);
            case "list" -> redis.lrange(key, 0, -1);
            case "set" -> redis.smembers(key);
            case "zset" -> redis.zrangeWithScores(key, 0, -1);
            case "stream" -> redis.xrange(key, Range.unbounded());
            case "none" -> "(expired)";
            default -> throw new IllegalStateException(key + " is of the type " + type);
        });
    }

    /** The file that it writes of all it has, in which strings are as they are. */
    static String file(RedisProcess redis) {
        return redis.ask(commands -> {
            commands.configSet("rdbcompression", "no");
            commands.save();
            var file = Path.of(setting(commands, "dir"), setting(commands, "dbfilename"));
            try {
                var text = Files.readString(file, ISO_8859_1);
                Files.delete(file);
                return text;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String setting(RedisCommands<String, String> redis, String name) {
        return redis.configGet(name).getOrDefault(name, "");
    }
}
