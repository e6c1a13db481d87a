package lyceum.adapters.redis;

import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import lyceum.adapters.redis.CellKeys.Addresses;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Mechanism;
import org.jspecify.annotations.Nullable;

/** Calls the scripts on cells with what they have in common, and the times that are settings. */
final class ScriptCalls {

    private static final byte[] UNVERSIONED = Bytes.of(Cell.version(0));
    private static final byte[] NO_INCARNATION = Bytes.of("0".repeat(16));

    private final Nonces nonces = new Nonces();
    private final CacheScripts scripts;
    private final boolean epochs;
    private final byte[] leaseTime;
    private final byte[] fenceTime;
    private final byte[] floorTime;
    private final byte[] generationTime;

    ScriptCalls(CacheScripts scripts, RedisCacheOptions options) {
        var times = options.times();
        this.scripts = scripts;
        this.epochs = options.has(Mechanism.EPOCHS);
        this.leaseTime = Bytes.of(times.lease().toMillis());
        this.fenceTime = Bytes.of(times.fence().toMillis());
        this.floorTime = Bytes.of(times.floor().toMillis());
        this.generationTime = Bytes.of(times.generation().toMillis());
    }

    /** What stands and what was given: a cell or none, a token or none. */
    record Answer(@Nullable Cell cell, @Nullable String token, long confirmed, boolean hit) {}

    byte[] incarnation(Session session) {
        return epochs ? session.incarnation() : NO_INCARNATION;
    }

    /** @param demand in Redis' time */
    CompletionStage<Answer> lease(Session session, Addresses keys, @Nullable Duration believed, Demand demand) {
        return answer(session, scripts.lease, keys,
                leaseTime,
                believed == null ? new byte[0] : Bytes.of(believed.toMillis()),
                Bytes.of(demand.loadedSince()),
                Bytes.of(demand.freshBeyond()));
    }

    CompletionStage<Answer> fence(Session session, Addresses keys) {
        return answer(session, scripts.fence, keys, fenceTime);
    }

    CompletionStage<Boolean> fill(Session session, Addresses keys, String token, byte[] cell) {
        return done(session, scripts.fill, keys, Bytes.of(token), cell);
    }

    /** @param obsolete the newest version that is, as a cell has it */
    CompletionStage<Boolean> publish(
            Session session, Addresses keys, String token, byte[] cell, String obsolete, byte[][] record) {
        return done(session, scripts.publish, keys,
                then(record, Bytes.of(token), cell, Bytes.of(obsolete), floorTime, UNVERSIONED));
    }

    /** @param obsolete the newest version that is, as a cell has it, or nothing for whatever there is */
    CompletionStage<Boolean> invalidate(Session session, Addresses keys, String obsolete, byte[][] record) {
        return done(session, scripts.invalidate, keys, then(record, Bytes.of(obsolete), floorTime));
    }

    CompletionStage<Boolean> told(Session session, Addresses keys, String obsolete) {
        return done(session, scripts.told, keys, Bytes.of(obsolete));
    }

    private static byte[][] then(byte[][] record, byte[]... args) {
        return Stream.concat(Stream.of(args), Stream.of(record)).toArray(byte[][]::new);
    }

    CompletionStage<Boolean> release(Session session, Addresses keys, String token) {
        return done(session, scripts.release, keys, Bytes.of(token));
    }

    CompletionStage<Boolean> lift(Session session, Addresses keys, String token) {
        return done(session, scripts.lift, keys, Bytes.of(token));
    }

    private CompletionStage<Answer> answer(Session session, Script script, Addresses keys, byte[]... args) {
        long sent = System.nanoTime();
        CompletionStage<List<@Nullable Object>> answer =
                script.run(session.commands(), ScriptOutputType.MULTI, keys.all(), common(session, args));
        return answer.thenApply(parts -> {
            session.time().sampled(number(parts.get(0)), sent);
            var cell = parts.get(1) instanceof byte[] bytes ? Cell.read(bytes) : null;
            var token = parts.get(2) instanceof byte[] bytes ? Bytes.text(bytes) : null;
            return new Answer(cell, token, number(parts.get(3)), number(parts.get(4)) == 1);
        });
    }

    private static long number(@Nullable Object part) {
        return part instanceof Long number ? number : 0;
    }

    private CompletionStage<Boolean> done(Session session, Script script, Addresses keys, byte[]... args) {
        CompletionStage<Long> answer =
                script.run(session.commands(), ScriptOutputType.INTEGER, keys.all(), common(session, args));
        return answer.thenApply(one -> one == 1);
    }

    private byte[][] common(Session session, byte[]... args) {
        var all = new byte[3 + args.length][];
        all[0] = incarnation(session);
        all[1] = Bytes.of(nonces.next());
        all[2] = generationTime;
        System.arraycopy(args, 0, all, 3, args.length);
        return all;
    }
}
