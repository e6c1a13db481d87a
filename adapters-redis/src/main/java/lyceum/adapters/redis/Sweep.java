package lyceum.adapters.redis;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Removes the keys that match a pattern, a batch at a time, so that other commands get their turn in between. */
final class Sweep {

    private static final int BATCH = 500;

    private final RedisClusterAsyncCommands<byte[], byte[]> redis;
    private final ScanArgs match;
    private final CompletableFuture<Long> removed = new CompletableFuture<>();
    private long count;

    private Sweep(RedisClusterAsyncCommands<byte[], byte[]> redis, byte[] pattern) {
        this.redis = redis;
        this.match = ScanArgs.Builder.limit(BATCH).match(pattern);
    }

    /** Every key that is there from before this call until its end is removed; answers how many were. */
    static CompletionStage<Long> of(RedisClusterAsyncCommands<byte[], byte[]> redis, byte[] pattern) {
        var sweep = new Sweep(redis, pattern);
        sweep.next(ScanCursor.INITIAL);
        return sweep.removed;
    }

    /** A loop of answers and not a chain of stages, which would grow with the key space. */
    private void next(ScanCursor cursor) {
        var _ = redis.scan(cursor, match)
                .thenCompose(found -> unlink(found).thenAccept(some -> {
                    count += some;
                    if (found.isFinished()) {
                        removed.complete(count);
                    } else {
                        next(found);
                    }
                }))
                .exceptionally(failure -> {
                    removed.completeExceptionally(failure);
                    return null;
                });
    }

    private CompletionStage<Long> unlink(KeyScanCursor<byte[]> found) {
        var keys = found.getKeys();
        return keys.isEmpty() ? CompletableFuture.completedStage(0L) : redis.unlink(keys.toArray(byte[][]::new));
    }
}
