package lyceum.adapters.redis;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionStage;
import lyceum.domain.cache.Tag;

/** Changes that concern more than one key: each is done, and told in its log, partition by partition. */
final class Partitions {

    /** So many arguments at least a script can pass on. */
    private static final int TAGS_AT_ONCE = 1_000;

    private final CellKeys keys;
    private final ScriptCalls cells;
    private final PartitionCalls calls;
    private final InstantSource clock;
    private final Coverage coverage = new Coverage();

    Partitions(CellKeys keys, ScriptCalls cells, PartitionCalls calls, InstantSource clock) {
        this.keys = keys;
        this.cells = cells;
        this.calls = calls;
        this.clock = clock;
    }

    CompletionStage<Void> end(Session session, Collection<Tag> tags) {
        var all = new ArrayList<>(tags);
        var ends = new ArrayList<List<Tag>>();
        for (int i = 0; i < all.size(); i += TAGS_AT_ONCE) {
            ends.add(all.subList(i, Math.min(all.size(), i + TAGS_AT_ONCE)));
        }
        return PartitionCalls.each(ends, some -> finish(session, keys.tags(some), LogRecord.tags(some)))
                .thenAccept(_ -> {});
    }

    CompletionStage<Void> clear(Session session) {
        return finish(session, keys.epochs(), LogRecord.cleared()).thenAccept(_ -> {});
    }

    private CompletionStage<List<String>> finish(Session session, List<byte[][]> each, byte[][] record) {
        return PartitionCalls.each(each, some -> calls.finish(session, some, record));
    }

    /**
     * Guards first: a load that began before and fills while the sweep goes on has lost its lease, or has become a cell
     * before the cells are swept. A fence that is lost with its guard refuses its own publication, so that is safe too. It is
     * told when all is done, in one log: no order to other records matters.
     */
    CompletionStage<Long> sweep(Session session, String prefix) {
        var redis = session.commands();
        return Sweep.of(redis, keys.guards(prefix))
                .thenCompose(_ -> Sweep.of(redis, keys.cells(prefix)))
                .thenCompose(swept -> calls.tell(session, keys.logs().getFirst(), LogRecord.prefix(prefix))
                        .thenApply(_ -> swept));
    }

    /** Claims no more than is certain: it ends early and begins late. */
    CompletionStage<Void> confirm(Session session, long from, long until) {
        session.time().renew(session.commands());
        var server = cells.incarnation(session);
        var claim = coverage.claim(server, session.begun(), from, session.time().lateOf(from, clock), until);
        long end = session.time().earlyOf(until, clock);
        return PartitionCalls.each(
                keys.confirmations(), some -> calls.confirm(session, some, server, claim.from(), end))
                .thenAccept(begun -> begun.stream()
                        .filter(epoch -> epoch > Confirmation.NONE)
                        .forEach(epoch -> coverage.began(claim, epoch)));
    }

    CompletionStage<Long> confirmedUntil(Session session) {
        session.time().renew(session.commands());
        var names = keys.confirmations().stream().map(some -> some[1]).toArray(byte[][]::new);
        return session.commands().mget(names).thenApply(values -> {
            long now = session.time().latest();
            long least = values.stream()
                    .mapToLong(value -> Confirmation.read(
                            value.getValueOrElse(null), cells.incarnation(session), now))
                    .min().orElse(Confirmation.NONE);
            return least == Confirmation.NONE ? Long.MIN_VALUE : known(session, least);
        });
    }

    private long known(Session session, long confirmed) {
        long here = confirmed + session.time().earlyShift(clock);
        coverage.learn(cells.incarnation(session), session.begun(), confirmed, here);
        return here;
    }
}
