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

/** A script. It is called by its digest; a server that does not know it (it was restarted) is sent the text. */
final class Script {

    private final String text;
    private final String digest;

    private Script(String text) {
        this.text = text;
        this.digest = sha1(Bytes.of(text));
    }

    /** @param settings what stands before the parts */
    static Script of(String settings, String... parts) {
        var text = new StringBuilder(settings);
        for (var part : parts) {
            text.append('\n').append(resource(part));
        }
        return new Script(text.toString());
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
