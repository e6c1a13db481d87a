package lyceum.adapters.redis;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.lettuce.core.StreamMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.domain.cache.Announcement;
import lyceum.domain.cache.ChangeLog;
import lyceum.domain.cache.Mechanism;
import lyceum.domain.cache.TierUnavailable;
import org.jspecify.annotations.Nullable;

/**
 * The logs of all partitions, read in one command that waits for the next record. One reader at a time: it waits on its own
 * connection.
 *
 * <p>Two things show that something was missed. A record says which one came before it, see {@link LogReading}. And a log
 * that was lost may give its next records ids that were read long ago, which are never answered: so after a silence, and now
 * and then for the sake of the partitions that are silent while others are not, its last id is compared with the position.
 * A server that was restarted, or another one, is not even asked.
 */
final class RedisChangeLog implements ChangeLog {

    /** Long enough to be no load, short enough that a connection that went dead is known within a second. */
    static final Duration BLOCK = Duration.ofMillis(400);

    private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private final LogLink link;
    private final LogStreams streams;
    private final PartitionCalls calls;
    private final Readers readers;
    private final InstantSource clock;
    private final boolean detectsGaps;
    private final boolean needsHeartbeats;
    private final AtomicLong checked = new AtomicLong(System.nanoTime());

    RedisChangeLog(LogLink link, RedisCacheOptions options, Readers readers, InstantSource clock) {
        this.link = link;
        this.streams = new LogStreams(new CellKeys(options));
        this.calls = new PartitionCalls(options);
        this.readers = readers;
        this.clock = clock;
        this.detectsGaps = options.has(Mechanism.GAP_DETECTION);
        this.needsHeartbeats = options.has(Mechanism.HEARTBEATS);
        readers.began(options.prefix());
    }

    @Override
    public CompletionStage<Batch> after(@Nullable Position position) {
        var from = LogPosition.parse(position, streams.count());
        return completedStage(from).thenCompose(it -> link.ask(session -> read(session, it))).handle(
                (batch, failure) -> {
                    readers.asked(failure == null ? null : RedisLink.cause(failure));
                    if (failure != null) {
                        throw new TierUnavailable(RedisCacheTier.NAME, RedisLink.cause(failure));
                    }
                    return batch;
                });
    }

    private CompletionStage<Batch> read(Session session, @Nullable LogPosition from) {
        if (from == null || (detectsGaps && !from.incarnation().equals(Bytes.text(session.incarnation())))) {
            return end(session);
        }
        session.time().renew(session.commands());
        return streams.after(session, from, BLOCK)
                .thenCompose(records -> checked(session, reading(session, from, records), records.isEmpty()));
    }

    private LogReading reading(Session session, LogPosition from, List<StreamMessage<byte[], byte[]>> records) {
        var time = session.time();
        var reading = new LogReading(from, time.nearShift(clock), time.earlyShift(clock), readers::saw);
        for (var record : records) {
            reading.read(
                    streams.partitionOf(record.getStream()), record.getId(), LogReading.texts(record.getBody()));
        }
        return reading;
    }

    /** What was read, unless a log turns out to be another one. */
    private CompletionStage<Batch> checked(Session session, LogReading reading, boolean silent) {
        long now = System.nanoTime();
        if (!detectsGaps || (!silent && now - checked.get() < CHECK_NANOS)) {
            return completedStage(batch(reading, silent));
        }
        checked.set(now);
        return streams.have(session, reading.position())
                .thenCompose(same -> same ? completedStage(batch(reading, silent)) : end(session));
    }

    private Batch batch(LogReading reading, boolean silent) {
        var batch = reading.batch(detectsGaps);
        long here = clock.millis();
        return silent && !needsHeartbeats
                ? new Batch(List.of(new Entry(new Announcement.Confirmed(here), here)), batch.last(), false)
                : batch;
    }

    /** An empty log is begun with a record, so that there is always one to go on from. */
    private CompletionStage<Batch> end(Session session) {
        return streams.ends(session)
                .thenCompose(ids -> begun(session, ids))
                .thenApply(ids -> LogPosition.atEnd(Bytes.text(session.incarnation()), ids))
                .thenApply(at -> new Batch(List.of(), at.asPosition(), detectsGaps));
    }

    private CompletionStage<List<String>> begun(Session session, List<String> ids) {
        CompletionStage<List<String>> all = completedStage(new ArrayList<>());
        for (int i = 0; i < ids.size(); i++) {
            var id = ids.get(i).isEmpty()
                    ? calls.tell(session, streams.log(i), LogRecord.mark())
                    : completedStage(ids.get(i));
            all = all.thenCombine(id, (before, one) -> {
                before.add(one);
                return before;
            });
        }
        return all;
    }
}
