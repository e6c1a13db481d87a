package lyceum.adapters.mongo;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static java.util.function.Predicate.not;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import lyceum.domain.course.CourseFeed.Change;
import lyceum.domain.course.CourseFeed.Changes;
import lyceum.domain.course.CourseFeed.Position;
import lyceum.domain.course.CourseId;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/**
 * Asks for what has been stamped lately, or has a late time of update, as other programs set it.
 *
 * <p>Each poll looks back far enough to miss nothing ({@link Polls}). What the last one has found just as it is now is left out,
 * if the question goes on from that poll's answer. That is certain, for every position has another text.
 *
 * <p>There is a gap where deleted courses may have left no trace any more, and where the server's clock was set back. What
 * cannot be seen is what another program deletes, and what it changes without setting {@code updated_at} to the right time.
 */
final class PolledChanges implements FeedSource {

    /** With an hour to spare for the server, which removes traces now and then. */
    private static final Duration MEMORY = CourseIndexes.MEMORY.minusHours(1);

    private static final Bson PROJECTION = include(
            Fields.STATE,
            Fields.VERSION,
            Fields.UPDATED_AT,
            Fields.STAMPED_AT,
            Fields.STAMPED_VERSION,
            Fields.STAMPED_UPDATED_AT);

    private final MongoCollection<Document> courses;
    private final ServerClock clock;

    /** What the last poll answered, and what it found. */
    private Position last = new Position("");
    private Set<Document> found = Set.of();

    PolledChanges(MongoCollection<Document> courses, ServerClock clock) {
        this.courses = courses;
        this.clock = clock;
    }

    @Override
    public Changes since(Duration ago) {
        var now = clock.read();
        return poll(now, Polls.startedAt(now.time().minus(ago)), Set.of(), ago.compareTo(MEMORY) > 0);
    }

    @Override
    public Changes after(Position position) {
        var now = clock.read();
        var known = position.equals(last) ? found : Set.<Document>of();
        return Polls.parse(position.text())
                .filter(polls -> !now.setBack() && polls.wereWithin(MEMORY, now.time()))
                .map(polls -> poll(now, polls, known, false))
                .orElseGet(() -> poll(now, Polls.startedAt(now.time()), Set.of(), true));
    }

    private Changes poll(ServerClock.Reading now, Polls polls, Set<Document> known, boolean gap) {
        found = courses.find(changedSince(polls.start(now)))
                .projection(PROJECTION)
                .into(new HashSet<>());
        last = new Position(polls.then(now.time()).text());
        var changes = found.stream().filter(not(known::contains)).flatMap(PolledChanges::change).toList();
        return new Changes(changes, last, true, gap);
    }

    static Bson changedSince(Instant time) {
        var start = new BsonDateTime(time.toEpochMilli());
        return or(gte(Fields.STAMPED_AT, start), gte(Fields.UPDATED_AT, start));
    }

    /** None if the id is not one that a course can have. */
    private static Stream<Change> change(Document document) {
        return document.get(Fields.ID) instanceof ObjectId id
                ? Stream.of(new Change(new CourseId(id.toHexString()), CourseUpdates.stampedVersion(document)))
                : Stream.empty();
    }

    @Override
    public void close() {
        // Nothing is kept open.
    }
}
