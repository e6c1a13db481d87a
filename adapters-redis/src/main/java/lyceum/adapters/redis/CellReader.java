package lyceum.adapters.redis;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.lettuce.core.KeyValue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;
import lyceum.adapters.redis.CellKeys.Addresses;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Content;
import lyceum.domain.cache.Demand;
import lyceum.domain.cache.Lease;
import lyceum.domain.cache.Lookup;
import org.jspecify.annotations.Nullable;

/**
 * Looks up: a plain read first, the lease script if that is no hit. Both judge by the same rule, this side by the bounds of
 * Redis' time that make an entry look older. So the script may find a hit where this side did not, and then it is one.
 */
final class CellReader {

    private static final int CONFIRMED = 1;
    private static final int CONTEXT = 2;

    private final ScriptCalls calls;
    private final Envelope envelope;
    private final InstantSource clock;
    private final @Nullable Duration believed;

    CellReader(ScriptCalls calls, Envelope envelope, InstantSource clock, @Nullable Duration believed) {
        this.calls = calls;
        this.envelope = envelope;
        this.clock = clock;
        this.believed = believed;
    }

    CompletionStage<Lookup> lookup(Session session, CacheKey key, Addresses addresses, Demand demand) {
        session.time().renew(session.commands());
        return session.commands()
                .mget(addresses.readable())
                .thenCompose(values -> judge(session, new Question(key, addresses, demand), values));
    }

    private record Question(CacheKey key, Addresses addresses, Demand demand) {}

    private CompletionStage<Lookup> judge(
            Session session, Question asked, List<KeyValue<byte[], byte[]>> values) {
        var cell = Cell.read(values.getFirst().getValueOrElse(null));
        var incarnation = calls.incarnation(session);
        long now = session.time().latest();
        long confirmed = Confirmation.read(values.get(CONFIRMED).getValueOrElse(null), incarnation, now);
        if (cell == null || cell.freshUntil() <= now || !believed(Math.max(cell.loadedAt(), confirmed), now)
                || !cell.under(values.subList(CONTEXT, values.size()), incarnation)) {
            return lease(session, asked);
        }
        var entry = entry(session, cell, confirmed);
        if (entry == null) {
            return discard(session, asked.addresses).thenCompose(_ -> lease(session, asked));
        }
        return asked.demand.metBy(entry) ? completedStage(new Lookup.Hit(entry)) : lease(session, asked);
    }

    private boolean believed(long asOf, long now) {
        return believed == null || (asOf <= now && now - asOf < believed.toMillis());
    }

    private CompletionStage<Lookup> lease(Session session, Question asked) {
        return calls.lease(session, asked.addresses, believed, demanded(session, asked.demand)).thenCompose(answer -> {
            var lease = answer.token() == null ? null : new Lease(asked.key, answer.token());
            var cell = answer.cell();
            if (cell == null) {
                return completedStage(nothing(lease));
            }
            var entry = entry(session, cell, answer.confirmed());
            return entry == null
                    ? discard(session, asked.addresses).thenApply(_ -> nothing(lease))
                    : completedStage(answer.hit() ? new Lookup.Hit(entry) : new Lookup.Stale(entry, lease));
        });
    }

    /** The demand in Redis' time, where it asks for no less. */
    private Demand demanded(Session session, Demand demand) {
        return demand.equals(Demand.FRESH)
                ? demand
                : new Demand(
                        session.time().lateOf(demand.loadedSince(), clock),
                        session.time().lateOf(demand.freshBeyond(), clock));
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
    private @Nullable CacheEntry entry(Session session, Cell cell, long confirmed) {
        long shift = session.time().earlyShift(clock);
        Content content = cell.content(envelope).orElse(null);
        return content == null
                ? null
                : new CacheEntry(
                        content,
                        Math.max(cell.loadedAt(), confirmed) + shift,
                        cell.freshUntil() + shift,
                        cell.staleUntil() + shift);
    }
}
