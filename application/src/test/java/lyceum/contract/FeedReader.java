package lyceum.contract;

import static lyceum.contract.TierProbe.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import lyceum.domain.course.CourseFeed;
import lyceum.domain.course.CourseFeed.Changes;
import lyceum.domain.course.CourseFeed.Position;
import lyceum.domain.course.CourseId;
import org.jspecify.annotations.Nullable;

/** Follows a feed from now on, as whoever repairs a cache does. */
public final class FeedReader {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CourseFeed feed;
    private Position position;

    private FeedReader(CourseFeed feed, Position position) {
        this.feed = feed;
        this.position = position;
    }

    /** Past all that was written before, gaps and all. */
    public static FeedReader from(CourseFeed feed) {
        var changes = await(feed.since(Duration.ZERO));
        while (!changes.drained()) {
            changes = await(feed.after(changes.last()));
        }
        var reader = new FeedReader(feed, changes.last());
        reader.drain();
        return reader;
    }

    public static FeedReader from(CourseFeed feed, Position position) {
        return new FeedReader(feed, position);
    }

    public Position position() {
        return position;
    }

    /** The latest version of everything that changed since the last time. */
    public Map<CourseId, Long> drain() {
        var versions = new HashMap<CourseId, Long>();
        Changes changes;
        do {
            changes = next();
            assertThat(changes.gap()).isFalse();
            changes.changes().forEach(change -> versions.merge(change.id(), change.version(), Math::max));
        } while (!changes.drained());
        return versions;
    }

    /** After an outage. Each question takes its time, so there is no need to wait in between. */
    public void awaitAnswer() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (failure() != null) {
            assertThat(System.nanoTime()).as("still no answer after " + PATIENCE).isLessThan(end);
        }
    }

    public Map<CourseId, Long> drainOnceItAnswers() {
        awaitAnswer();
        return drain();
    }

    /** Why there is no answer, if there is none. What there is comes again with the next one. */
    public @Nullable Throwable failure() {
        return feed.after(position).handle((_, failure) -> failure).toCompletableFuture().join();
    }

    public Changes next() {
        var changes = await(feed.after(position));
        position = changes.last();
        return changes;
    }
}
