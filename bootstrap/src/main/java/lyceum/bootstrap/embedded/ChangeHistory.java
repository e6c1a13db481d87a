package lyceum.bootstrap.embedded;

import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The last changes of a store, numbered, as the bytes that its change streams send.
 *
 * <p>A change is added while its collection is locked, so that the states of a document come in their order, and revealed when
 * the commit that holds it is in the file: a stream shows nothing that a crash could undo. The history lives in memory and
 * is bounded; whoever asks for what it has forgotten is told so. Everything here is guarded by the object's monitor.
 */
final class ChangeHistory {

    /** @param event without its resume token */
    record Change(long number, String namespace, BsonTimestamp time, ByteBuf event) {

        private int size() {
            return event.readableBytes();
        }
    }

    /** @param last how far it was looked at, to find these */
    record Found(List<Change> changes, long last) {}

    static final int MOST_CHANGES = 10_000;
    static final int MOST_BYTES = 16 << 20;

    private final Clock clock;
    private final TreeMap<Long, Change> changes = new TreeMap<>();
    private final Set<Runnable> waiting = new HashSet<>();
    private long bytes;
    private long added;
    private long revealed;
    private BsonTimestamp now = new BsonTimestamp(0);
    /** From here on everything is known. */
    private BsonTimestamp beginning;

    /** @param whole whether nothing ever happened to the store before */
    ChangeHistory(Clock clock, boolean whole) {
        this.clock = clock;
        this.beginning = whole ? now : new BsonTimestamp(clock.instant(), 0);
    }

    /** @param event what a stream sends, but for its token and time */
    synchronized void add(String namespace, Document event) {
        now = tick(++added);
        event.put("clusterTime", now);
        var buffer = Unpooled.buffer();
        BsonEncoder.encodeDocument(event, buffer);
        var change = new Change(added, namespace, now, Unpooled.copiedBuffer(buffer));
        changes.put(added, change);
        bytes += change.size();
        while (changes.size() > MOST_CHANGES || (bytes > MOST_BYTES && changes.size() > 1)) {
            var forgotten = changes.pollFirstEntry().getValue();
            bytes -= forgotten.size();
            beginning = new BsonTimestamp(forgotten.time().getValue() + 1);
        }
    }

    /** It never goes back, even if the clock does. */
    private BsonTimestamp tick(long number) {
        var seconds = Math.max(clock.instant().getEpochSecond(), now.getTime());
        return new BsonTimestamp(Instant.ofEpochSecond(seconds), (int) number);
    }

    /** What was added so far is in the file. */
    void reveal() {
        for (var waiter : revealed()) {
            waiter.run();
        }
    }

    private synchronized List<Runnable> revealed() {
        if (revealed == added) {
            return List.of();
        }
        revealed = added;
        var released = List.copyOf(waiting);
        waiting.clear();
        return released;
    }

    synchronized long last() {
        return revealed;
    }

    /** The number before the first change at that time or later. */
    synchronized long before(BsonTimestamp time) {
        if (time.compareTo(beginning) < 0) {
            throw new HistoryLost();
        }
        return changes.headMap(revealed, true).values().stream()
                .filter(change -> change.time().compareTo(time) >= 0)
                .mapToLong(change -> change.number() - 1)
                .findFirst()
                .orElse(revealed);
    }

    synchronized Found after(long number, String namespace, int most) {
        var forgotten = added - changes.size();
        if (number < forgotten || number > revealed) {
            throw new HistoryLost();
        }
        var found = new ArrayList<Change>();
        for (var change : changes.subMap(number, false, revealed, true).values()) {
            if (change.namespace().equals(namespace)) {
                found.add(change);
                if (found.size() == most) {
                    return new Found(found, change.number());
                }
            }
        }
        return new Found(found, revealed);
    }

    /** Runs it once, when there is more than that, unless it is cancelled before. */
    void whenMore(long number, Runnable waiter) {
        if (waits(number, waiter)) {
            return;
        }
        waiter.run();
    }

    private synchronized boolean waits(long number, Runnable waiter) {
        return number >= revealed && waiting.add(waiter);
    }

    synchronized void cancel(Runnable waiter) {
        waiting.remove(waiter);
    }
}
