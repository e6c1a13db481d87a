package lyceum.adapters.redis;

import io.lettuce.core.ScriptOutputType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Calls the scripts on whole partitions: the log, the confirmation, the epoch and the generations. */
final class PartitionCalls {

    private final CacheScripts scripts;
    private final byte[] spacing;
    private final byte[] life;

    PartitionCalls(RedisCacheOptions options) {
        this.scripts = new CacheScripts(options);
        this.spacing = Bytes.of(options.times().confirmation().toMillis());
        this.life = Bytes.of(options.times().generation().toMillis());
    }

    /** Does one thing for each; the answers are in the same order. */
    static <K, T> CompletionStage<List<T>> each(List<K> keys, Function<K, CompletionStage<T>> step) {
        CompletionStage<List<T>> all = CompletableFuture.completedStage(new ArrayList<>());
        for (var key : keys) {
            all = all.thenCombine(step.apply(key), (answers, answer) -> {
                answers.add(answer);
                return answers;
            });
        }
        return all;
    }

    /** @param keys the log and what is removed */
    CompletionStage<String> finish(Session session, byte[][] keys, byte[][] record) {
        CompletionStage<byte[]> id =
                scripts.finish.run(session.commands(), ScriptOutputType.VALUE, keys, record);
        return id.thenApply(Bytes::text);
    }

    CompletionStage<String> tell(Session session, byte[] log, byte[][] record) {
        return finish(session, new byte[][] {log}, record);
    }

    /**
     * @param keys the log, the confirmation and the epoch
     * @return what the epoch that begins with this is confirmed until, {@link Confirmation#NONE} if none does
     */
    CompletionStage<Long> confirm(Session session, byte[][] keys, byte[] incarnation, long from, long until) {
        return scripts.confirm.run(
                session.commands(), ScriptOutputType.INTEGER, keys,
                incarnation, Bytes.of(from), Bytes.of(until), spacing, life);
    }
}
