package lyceum.adapters.mongo;

import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import com.mongodb.client.ChangeStreamIterable;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import lyceum.domain.course.CourseFeed.Change;
import lyceum.domain.course.CourseFeed.Changes;
import lyceum.domain.course.CourseFeed.Position;
import org.bson.BsonDocument;
import org.bson.BsonTimestamp;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the changes from a change stream.
 *
 * <p>A primary acknowledges a write to a majority once it is in the snapshot that a stream reads. So a question to the stream
 * that finds nothing more, put after ours, proves that everything acknowledged before ours was delivered. (Other programs that
 * ask for less than a majority are told earlier than the stream; their writes come when a majority has them, which is
 * also when our reads see them.)
 *
 * <p>The cursor stays open at {@code position}. Asked for another one, as after an answer that got lost, it is opened anew there.
 * Where the server cannot go on from, its history is gone: then it goes on from now, and says that there is a gap. The same
 * is true of a collection that was dropped.
 */
final class StreamedChanges implements FeedSource {

    private static final Logger LOG = LoggerFactory.getLogger(StreamedChanges.class);

    private static final String PREFIX = "stream:";
    private static final int MOST_AT_ONCE = 1_000;

    /** The server's answer may not wait; zero would mean its default, a second. */
    private static final long AWAIT_MILLIS = 1;

    /** A cluster's time has whole seconds, and may lag behind the clock of its primary. */
    private static final Duration MARGIN = Duration.ofSeconds(2);

    private final MongoCollection<Document> courses;
    private final ServerClock clock;
    private MongoChangeStreamCursor<ChangeStreamDocument<Document>> cursor;
    private @Nullable Position position;

    /** Throws whatever the server does if it has no change streams. */
    StreamedChanges(MongoCollection<Document> courses, ServerClock clock) {
        this.courses = courses;
        this.clock = clock;
        this.cursor = stream().cursor();
        if (cursor.getServerCursor() == null) {
            throw new UnsupportedOperationException("the stream ended as soon as it began");
        }
    }

    private ChangeStreamIterable<Document> stream() {
        return courses.watch(List.of(StreamedChange.PROJECTION)).maxAwaitTime(AWAIT_MILLIS, MILLISECONDS);
    }

    @Override
    public Changes since(Duration ago) {
        var seconds = clock.read().time().minus(ago).minus(MARGIN).getEpochSecond();
        return unlessLost(() -> from(stream().startAtOperationTime(new BsonTimestamp((int) Math.max(seconds, 1), 0))));
    }

    @Override
    public Changes after(Position last) {
        return unlessLost(() -> last.equals(position) ? read(false) : from(stream().resumeAfter(token(last))));
    }

    private Changes unlessLost(Supplier<Changes> answer) {
        try {
            return answer.get();
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            LOG.info("MongoDB does not know any more what changed in the courses until now");
            LOG.debug("what it answered", e);
            return fromNow();
        }
    }

    private Changes from(ChangeStreamIterable<Document> stream) {
        open(stream);
        return read(false);
    }

    private Changes fromNow() {
        open(stream());
        return read(true);
    }

    private void open(ChangeStreamIterable<Document> stream) {
        close();
        cursor = stream.cursor();
    }

    private Changes read(boolean gap) {
        var changes = new ArrayList<Change>();
        while (changes.size() < MOST_AT_ONCE) {
            var event = cursor.tryNext();
            if (event == null) {
                return answer(changes, true, gap);
            }
            if (StreamedChange.isOfManyCourses(event)) {
                return fromNow();
            }
            StreamedChange.of(event).ifPresent(changes::add);
        }
        return answer(changes, false, gap);
    }

    private Changes answer(List<Change> changes, boolean drained, boolean gap) {
        var here = new Position(PREFIX + requireNonNull(cursor.getResumeToken()).toJson());
        position = here;
        return new Changes(changes, here, drained, gap);
    }

    private static BsonDocument token(Position position) {
        if (!position.text().startsWith(PREFIX)) {
            throw new IllegalArgumentException("no position in a stream: " + position.text());
        }
        return BsonDocument.parse(position.text().substring(PREFIX.length()));
    }

    @Override
    public void close() {
        cursor.close();
    }
}
