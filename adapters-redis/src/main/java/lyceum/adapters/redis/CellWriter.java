package lyceum.adapters.redis;

import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import lyceum.adapters.redis.CellKeys.Addresses;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Fence;
import lyceum.domain.cache.Lease;

/** Changes cells. What is too large travels as an entry that is over already: the script then does all but store it. */
final class CellWriter {

    /** The characters of a token before its context. */
    private static final int NONCE = 16;

    private final ScriptCalls calls;
    private final Envelope envelope;
    private final InstantSource clock;

    CellWriter(ScriptCalls calls, Envelope envelope, InstantSource clock) {
        this.calls = calls;
        this.envelope = envelope;
        this.clock = clock;
    }

    CompletionStage<Boolean> fill(Session session, Addresses keys, Lease lease, CacheEntry entry) {
        return calls.fill(session, keys, lease.token(), cell(session, entry, lease.token()));
    }

    CompletionStage<Fence> fence(Session session, CacheKey key, Addresses keys) {
        return calls.fence(session, keys).thenApply(answer -> new Fence(key, String.valueOf(answer.token())));
    }

    CompletionStage<Boolean> publish(Session session, Addresses keys, Fence fence, CacheEntry entry) {
        long version = entry.version();
        long older = version == Long.MIN_VALUE ? version : version - 1;
        // Without a version nothing can be compared, so whatever there is may be older.
        var record = LogRecord.obsolete(fence.key(), version == 0 ? Long.MAX_VALUE : older);
        var cell = cell(session, entry, fence.token());
        return calls.publish(session, keys, fence.token(), cell, Cell.version(older), record);
    }

    CompletionStage<Void> release(Session session, Addresses keys, Lease lease) {
        return calls.release(session, keys, lease.token()).thenAccept(_ -> {});
    }

    CompletionStage<Void> lift(Session session, Addresses keys, Fence fence) {
        return calls.lift(session, keys, fence.token()).thenAccept(_ -> {});
    }

    CompletionStage<Boolean> invalidate(Session session, Addresses keys, CacheKey key, long version) {
        var limit = version == Long.MAX_VALUE ? "" : Cell.version(version);
        return calls.invalidate(session, keys, limit, LogRecord.obsolete(key, version));
    }

    CompletionStage<Boolean> told(Session session, Addresses keys, long version) {
        return calls.told(session, keys, Cell.version(version));
    }

    private byte[] cell(Session session, CacheEntry entry, String token) {
        var context = token.substring(Math.min(NONCE, token.length()));
        return envelope.encode(entry.content())
                .map(bytes -> cell(session, entry, context, bytes))
                .orElseGet(() -> Cell.encode(entry.version(), 0, 0, 0, context, new byte[0]));
    }

    private byte[] cell(Session session, CacheEntry entry, String context, byte[] bytes) {
        long shift = session.time().shiftThere(clock);
        return Cell.encode(
                entry.version(),
                entry.loadedAt() + shift,
                entry.freshUntil() + shift,
                entry.staleUntil() + shift,
                context,
                bytes);
    }
}
