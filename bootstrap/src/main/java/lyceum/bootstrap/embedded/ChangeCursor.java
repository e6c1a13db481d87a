package lyceum.bootstrap.embedded;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lyceum.bootstrap.embedded.ChangeHistory.Change;

/** One reader of a history. It sees a collection, through the stages of its pipeline, until that collection is dropped. */
final class ChangeCursor extends AbstractCursor {

    /** @param lookup completes an event */
    record View(String namespace, Aggregation stages, UnaryOperator<Document> lookup) {}

    private static final int MOST_AT_ONCE = 1_000;
    private static final long PATIENCE = Duration.ofMinutes(10).toNanos();
    private static final Set<String> LAST = Set.of("drop", "rename");

    private final ChangeHistory history;
    private final long run;
    private final View view;
    private long place;
    private boolean ended;
    private long used = System.nanoTime();

    ChangeCursor(long id, ChangeHistory history, ResumeToken start, View view) {
        super(id);
        this.history = history;
        this.run = start.run();
        this.place = start.number();
        this.view = view;
    }

    /** @param most of those that are asked for; none if it's zero */
    @Override
    public synchronized List<Document> takeDocuments(int most) {
        used = System.nanoTime();
        while (!ended) {
            var found = history.after(place, view.namespace(), most > 0 ? Math.min(most, MOST_AT_ONCE) : MOST_AT_ONCE);
            var events = view.stages().runStagesAsStream(events(found.changes())).toList();
            place = found.last();
            if (!events.isEmpty() || found.changes().isEmpty()) {
                return events;
            }
        }
        return List.of();
    }

    /** The last event of a stream says that it is the last. */
    private Stream<Document> events(List<Change> changes) {
        var events = new ArrayList<Document>();
        for (var change : changes) {
            var event = event(change);
            events.add(view.lookup().apply(event));
            if (LAST.contains(event.get("operationType"))) {
                ended = true;
                events.add(new Document("_id", new ResumeToken(run, change.number(), true).document())
                        .append("operationType", "invalidate")
                        .append("clusterTime", change.time()));
                break;
            }
        }
        return events.stream();
    }

    private Document event(Change change) {
        var event = new Document("_id", new ResumeToken(run, change.number(), false).document());
        event.putAll(BsonDecoder.decodeBson(change.event().duplicate()));
        return event;
    }

    @Override
    public synchronized boolean isEmpty() {
        return ended;
    }

    synchronized long place() {
        return place;
    }

    /** Where it goes on, although nothing may have come for it for long. */
    Document token() {
        return new ResumeToken(run, place(), false).document();
    }

    synchronized boolean isAbandoned() {
        return System.nanoTime() - used > PATIENCE;
    }
}
