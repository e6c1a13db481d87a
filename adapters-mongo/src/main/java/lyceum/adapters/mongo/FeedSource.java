package lyceum.adapters.mongo;

import java.time.Duration;
import lyceum.domain.course.CourseFeed.Changes;
import lyceum.domain.course.CourseFeed.Position;

/** One way to learn what changed; see {@link MongoCourseFeed}. It blocks, and is called by one thread at a time. */
sealed interface FeedSource permits StreamedChanges, PolledChanges {

    Changes since(Duration ago);

    Changes after(Position position);

    void close();
}
