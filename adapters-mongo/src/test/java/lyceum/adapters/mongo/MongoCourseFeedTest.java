package lyceum.adapters.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.contract.CourseFeedContract;
import lyceum.contract.FeedReader;
import lyceum.domain.course.CourseFeed;
import lyceum.domain.course.CourseFeed.Position;
import lyceum.domain.course.CourseRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In the way that the server allows: by polling in this process, by a change stream if {@code MONGO_URI} names a replica set. */
class MongoCourseFeedTest implements CourseFeedContract {

    @RegisterExtension
    static final Mongo MONGO = new Mongo();

    @Override
    public CourseRepository courses() {
        return MONGO.bean(CourseRepository.class);
    }

    @Override
    public CourseFeed feed() {
        return MONGO.bean(CourseFeed.class);
    }

    /** The other way's. */
    @Override
    public Position forgotten() {
        return new Position(
                FeedReader.from(feed()).position().text().startsWith("poll:")
                        ? "stream:{\"_data\": \"8200\"}"
                        : "poll:0:0:0");
    }

    @Test
    void withoutAReplicaSetItPolls() {
        assertThat(MONGO.isReal() || FeedReader.from(feed()).position().text().startsWith("poll:")).isTrue();
    }
}
