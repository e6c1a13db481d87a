package lyceum.adapters.redis;

import io.lettuce.core.ScriptOutputType;
import java.util.List;
import java.util.concurrent.CompletionStage;
import lyceum.adapters.redis.CellKeys.Addresses;
import org.jspecify.annotations.Nullable;

/** Calls the scripts on cells with what they have in common, and the times that are settings. */
final class ScriptCalls {

    private static final byte[] UNVERSIONED = Bytes.of(Cell.version(0));

    private final Nonces nonces = new Nonces();
    private final byte[] leaseTime;
    private final byte[] fenceTime;
    private final byte[] floorTime;
    private final byte[] generationTime;

    ScriptCalls(RedisCacheOptions options) {
        this.leaseTime = Bytes.of(options.leaseTime().toMillis());
        this.fenceTime = Bytes.of(options.fenceTime().toMillis());
        this.floorTime = Bytes.of(options.floorTime().toMillis());
        this.generationTime = Bytes.of(options.generationTime().toMillis());
    }

    /** What stands and what was given: a cell or none, a token or none. */
    record Answer(@Nullable Cell cell, @Nullable String token, long now) {}

    CompletionStage<Answer> lease(Session session, Addresses keys) {
        return answer(session, Script.LEASE, keys, leaseTime);
    }

    CompletionStage<Answer> fence(Session session, Addresses keys) {
        return answer(session, Script.FENCE, keys, fenceTime);
    }

    CompletionStage<Boolean> fill(Session session, Addresses keys, String token, byte[] cell) {
        return done(session, Script.FILL, keys, Bytes.of(token), cell);
    }

    CompletionStage<Boolean> publish(Session session, Addresses keys, String token, byte[] cell) {
        return done(session, Script.PUBLISH, keys, Bytes.of(token), cell, floorTime, UNVERSIONED);
    }

    CompletionStage<Boolean> invalidate(Session session, Addresses keys, String version) {
        return done(session, Script.INVALIDATE, keys, Bytes.of(version), floorTime);
    }

    CompletionStage<Boolean> release(Session session, Addresses keys, String token) {
        return done(session, Script.RELEASE, keys, Bytes.of(token));
    }

    CompletionStage<Boolean> lift(Session session, Addresses keys, String token) {
        return done(session, Script.LIFT, keys, Bytes.of(token));
    }

    private CompletionStage<Answer> answer(Session session, Script script, Addresses keys, byte[]... args) {
        long sent = System.nanoTime();
        CompletionStage<List<@Nullable Object>> answer =
                script.run(session.commands(), ScriptOutputType.MULTI, keys.all(), common(session, args));
        return answer.thenApply(parts -> {
            long now = parts.get(0) instanceof Long time ? time : 0;
            session.time().sampled(now, sent);
            var cell = parts.get(1) instanceof byte[] bytes ? Cell.read(bytes) : null;
            var token = parts.get(2) instanceof byte[] bytes ? Bytes.text(bytes) : null;
            return new Answer(cell, token, now);
        });
    }

    private CompletionStage<Boolean> done(Session session, Script script, Addresses keys, byte[]... args) {
        CompletionStage<Long> answer =
                script.run(session.commands(), ScriptOutputType.INTEGER, keys.all(), common(session, args));
        return answer.thenApply(one -> one == 1);
    }

    private byte[][] common(Session session, byte[]... args) {
        var all = new byte[3 + args.length][];
        all[0] = session.incarnation();
        all[1] = Bytes.of(nonces.next());
        all[2] = generationTime;
        System.arraycopy(args, 0, all, 3, args.length);
        return all;
    }
}
