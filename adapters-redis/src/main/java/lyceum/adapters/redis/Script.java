package lyceum.adapters.redis;

import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisScriptingAsyncCommands;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scripts. Each is called by its digest; a server that does not know it (it was restarted) is sent the text. */
enum Script {
    LEASE("common", "lease"),
    FILL("common", "fill"),
    FENCE("common", "fence"),
    PUBLISH("common", "publish"),
    LIFT("common", "lift"),
    RELEASE("common", "release"),
    INVALIDATE("common", "invalidate"),
    REVOKE("revoke");

    private final String text;
    private final String digest;

    Script(String... parts) {
        this.text = Stream.of(parts).map(Script::resource).collect(Collectors.joining("\n"));
        this.digest = sha1(Bytes.of(text));
    }

    <T> CompletionStage<T> run(
            RedisScriptingAsyncCommands<byte[], byte[]> redis, ScriptOutputType type, byte[][] keys, byte[]... args) {
        CompletionStage<T> answer = redis.evalsha(digest, type, keys, args);
        return answer.exceptionallyCompose(failure -> RedisLink.cause(failure) instanceof RedisNoScriptException
                ? redis.eval(text, type, keys, args)
                : CompletableFuture.failedStage(failure));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(name + ".lua"), name)) {
            return Bytes.text(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
