package lyceum.adapters.redis;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.lettuce.core.KeyValue;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import lyceum.adapters.redis.CellKeys.Addresses;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import org.jspecify.annotations.Nullable;

/** Looks up: a plain read first, the lease script if that is no hit. */
final class CellReader {

    private final ScriptCalls calls;
    private final Envelope envelope;
    private final InstantSource clock;

    CellReader(ScriptCalls calls, Envelope envelope, InstantSource clock) {
        this.calls = calls;
        this.envelope = envelope;
        this.clock = clock;
    }

    CompletionStage<Lookup> lookup(Session session, CacheKey key, Addresses addresses) {
        session.time().renew(session.commands());
        return session.commands()
                .mget(addresses.readable())
                .thenCompose(values -> judge(session, key, addresses, values));
    }

    private CompletionStage<Lookup> judge(
            Session session, CacheKey key, Addresses addresses, List<KeyValue<byte[], byte[]>> values) {
        var cell = Cell.read(values.getFirst().getValueOrElse(null));
        long now = session.time().latest();
        if (cell == null || cell.freshUntil() <= now || !cell.under(values, session.incarnation())) {
            return lease(session, key, addresses);
        }
        var entry = entry(cell, now);
        return entry == null
                ? discard(session, addresses).thenCompose(_ -> lease(session, key, addresses))
                : completedStage(new Lookup.Hit(entry));
    }

    private CompletionStage<Lookup> lease(Session session, CacheKey key, Addresses addresses) {
        return calls.lease(session, addresses).thenCompose(answer -> {
            var lease = answer.token() == null ? null : new Lease(key, answer.token());
            var cell = answer.cell();
            if (cell == null) {
                return completedStage(nothing(lease));
            }
            var entry = entry(cell, session.time().latest());
            return entry == null
                    ? discard(session, addresses).thenApply(_ -> nothing(lease))
                    : completedStage(
                            answer.now() < cell.freshUntil() ? new Lookup.Hit(entry) : new Lookup.Stale(entry, lease));
        });
    }

    private static Lookup nothing(@Nullable Lease lease) {
        return lease == null ? new Lookup.Busy() : new Lookup.Leased(lease);
    }

    /**
     * What cannot be decoded is removed, for its version would refuse fills. It may have been replaced by something good
     * meanwhile, which then is lost too; a loss is safe.
     */
    private static CompletionStage<Long> discard(Session session, Addresses addresses) {
        return session.commands().unlink(addresses.cell());
    }

    /** The entry with its times on this process's clock; null if it cannot be decoded. */
    private @Nullable CacheEntry entry(Cell cell, long now) {
        long shift = clock.millis() - now;
        Content content = cell.content(envelope).orElse(null);
        return content == null
                ? null
                : new CacheEntry(
                        content, cell.loadedAt() + shift, cell.freshUntil() + shift, cell.staleUntil() + shift);
    }
}
