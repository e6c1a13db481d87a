package lyceum.adapters.mongo;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.course.CourseFeed;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a change stream where the server offers one, and polls the times of change where it does not. Which of the two is found
 * out at the first question, and again after every failure, for the server that comes back may be another one. A position that
 * the other way has given means nothing to this one: that is a gap.
 *
 * <p>A question is answered on a virtual thread of its own. {@code lock} lets one at a time have {@code source}, whose cursor
 * and memory belong to one reader; there is one per process.
 */
final class MongoCourseFeed implements CourseFeed {

    private static final Logger LOG = LoggerFactory.getLogger(MongoCourseFeed.class);

    private final Prepared<MongoCollection<Document>> courses;
    private final Function<MongoCollection<Document>, FeedSource> choice;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable FeedSource source;

    MongoCourseFeed(Prepared<MongoCollection<Document>> courses,
            Function<MongoCollection<Document>, FeedSource> choice) {
        this.courses = courses;
        this.choice = choice;
    }

    /** Trying is the only way to know. A router merges streams, and may say that there is nothing before it knows. */
    static FeedSource best(MongoCollection<Document> courses, ServerClock clock) {
        try {
            if (!clock.isOfRouter()) {
                return new StreamedChanges(courses, clock);
            }
        } catch (RuntimeException e) {
            if (Outages.isOutage(e)) {
                throw e;
            }
            LOG.debug("what it answered", e);
        }
        LOG.info("MongoDB offers no change stream that would do; what changes in the courses is polled");
        return new PolledChanges(courses, clock);
    }

    @Override
    public CompletionStage<Changes> since(Duration ago) {
        return answer(it -> it.since(ago));
    }

    @Override
    public CompletionStage<Changes> after(Position position) {
        return answer(it -> it.after(position));
    }

    private CompletionStage<Changes> answer(Function<FeedSource, Changes> question) {
        var answer = new CompletableFuture<Changes>();
        Thread.ofVirtual().name("course-feed").start(() -> {
            try {
                answer.complete(Outages.translated(() -> ask(question), CatalogueUnavailable::new));
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private Changes ask(Function<FeedSource, Changes> question) {
        lock.lock();
        var answered = false;
        try {
            var current = source == null ? choice.apply(courses.get()) : source;
            source = current;
            var changes = question.apply(current);
            answered = true;
            return changes;
        } finally {
            if (!answered) {
                forget();
            }
            lock.unlock();
        }
    }

    private void forget() {
        var failed = source;
        source = null;
        if (failed != null) {
            failed.close();
        }
    }
}
