package lyceum.application.coherence;

import static lyceum.application.coherence.OneProcess.COURSE;
import static lyceum.application.coherence.OneProcess.KEY;
import static lyceum.application.coherence.OneProcess.LIST;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import lyceum.application.course.CourseKeys;
import lyceum.domain.cache.CacheKey;
import lyceum.domain.cache.Kind;
import lyceum.domain.cache.Tag;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.course.CourseFeed;
import org.junit.jupiter.api.Test;

class FeedFollowerTest {

    private static final Duration INTERVAL = Duration.ofMillis(250);
    private static final Duration HOLD_BACK = Duration.ofMillis(200);

    private final OneProcess process = new OneProcess();
    private final Scripted feed = new Scripted();
    private final FeedFollower follower = new FeedFollower(
            feed,
            process.cache.tiers(),
            process.cache.invalidation(),
            process.execution,
            INTERVAL,
            HOLD_BACK,
            process.clock,
            process.statistics,
            Set.of());

    /** Answers with what the test has said since. */
    private static final class Scripted implements CourseFeed {

        private final List<Change> said = new ArrayList<>();
        private boolean down;
        private boolean gap;
        private Duration asked = Duration.ZERO;

        @Override
        public CompletionStage<Changes> since(Duration ago) {
            asked = ago;
            return answer();
        }

        @Override
        public CompletionStage<Changes> after(Position position) {
            return answer();
        }

        private CompletionStage<Changes> answer() {
            if (down) {
                return CompletableFuture.failedStage(new CatalogueUnavailable(new IllegalStateException("down")));
            }
            var changes = new Changes(said, new Position("here"), true, gap);
            said.clear();
            gap = false;
            return CompletableFuture.completedStage(changes);
        }
    }

    private void pass(Duration time) {
        process.execution.advance(time);
    }

    @Test
    void itHasBegunWhenTheTiersAreToldWhateverTheFeedSays() {
        assertThat(follower.first().toCompletableFuture()).isNotDone();
        follower.start();
        assertThat(follower.first().toCompletableFuture()).isCompleted();
        assertThat(process.report().sinceConfirmedMillis()).isZero();
    }

    @Test
    void itHasBegunThoughTheFeedIsDown() {
        feed.down = true;
        follower.start();
        assertThat(follower.first().toCompletableFuture()).isCompleted();
    }

    /** The start of a process waits for this. */
    @Test
    void whatWasWrittenBeforeItBeganIsAppliedAtOnce() {
        var _ = process.far.confirm(Long.MIN_VALUE, process.clock.millis());
        process.read(KEY);
        process.version = 2;
        feed.said.add(new CourseFeed.Change(COURSE, 2));

        follower.start();

        assertThat(process.read(KEY)).isEqualTo("\"version 2\"");
    }

    @Test
    void whatNobodyPublishedLeavesEveryTierAndItsListsToo() {
        follower.start();
        process.read(KEY);
        process.read(LIST);
        process.version = 2;
        feed.said.add(new CourseFeed.Change(COURSE, 2));

        pass(INTERVAL.plus(HOLD_BACK));

        assertThat(process.read(KEY)).isEqualTo("\"version 2\"");
        assertThat(process.read(LIST)).isEqualTo("\"version 2\"");
    }

    @Test
    void whatItsWriterPublishedIsNoNewsAndLeavesOtherListsAlone() {
        follower.start();
        var others = new CacheKey(Kind.COURSES_LIST, "others", Set.of(CourseKeys.ALL_LISTS, new Tag("others")));
        process.read(others);
        process.version = 2;
        for (var tier : process.cache.tiers()) {
            var _ = tier.invalidate(KEY, 1);
        }
        var loads = process.loads;
        feed.said.add(new CourseFeed.Change(COURSE, 2));

        pass(INTERVAL.plus(HOLD_BACK));

        process.read(others);
        assertThat(process.loads).isEqualTo(loads);
    }

    @Test
    void aWriterIsGivenTimeToPublish() {
        follower.start();
        process.read(KEY);
        feed.said.add(new CourseFeed.Change(COURSE, 2));

        pass(INTERVAL.plus(HOLD_BACK).minusMillis(1));

        assertThat(process.near.told(KEY, 1).toCompletableFuture()).isCompletedWithValue(false);
    }

    @Test
    void tiersAreBelievedForAsLongAsTheFeedIsRead() {
        follower.start();
        process.read(KEY);
        pass(OneProcess.BOUND.multipliedBy(10));
        assertThat(process.cache.peek(KEY, process::load)).isNotNull();

        feed.down = true;
        pass(OneProcess.BOUND.plus(INTERVAL));
        assertThat(process.cache.peek(KEY, process::load)).isNull();
        assertThat(process.report().feedFailures()).isPositive();
        assertThat(process.report().suspectMillis()).isPositive();
    }

    @Test
    void aGapInTheFeedDropsEverything() {
        follower.start();
        process.read(KEY);
        feed.gap = true;

        pass(INTERVAL);

        assertThat(process.cache.peek(KEY, process::load)).isNull();
        process.read(KEY);
        assertThat(process.loads).isEqualTo(2);
        assertThat(process.report().feedGaps()).isEqualTo(1);
    }

    @Test
    void beginsWhereTheSharedTierWasConfirmedLast() {
        var _ = process.far.confirm(Long.MIN_VALUE, process.clock.millis());
        pass(Duration.ofMinutes(5));

        follower.start();

        assertThat(feed.asked).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void whatIsFilledRightAfterTheStartStays() {
        follower.start();
        process.read(KEY);
        pass(INTERVAL.multipliedBy(3));

        process.read(KEY);
        assertThat(process.loads).isEqualTo(1);
    }
}
