package lyceum.contract;

import static lyceum.contract.CourseFixture.changed;
import static lyceum.contract.TierProbe.await;
import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static lyceum.fake.Courses.many;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import lyceum.domain.course.CourseFeed;
import lyceum.domain.course.CourseFeed.Change;
import lyceum.domain.course.CourseFeed.Position;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseState;
import org.junit.jupiter.api.Test;

/** What every {@link CourseFeed} must pass: nothing that was acknowledged is missed. {@code -Dlyceum.seed} repeats the writers' choices. */
public interface CourseFeedContract extends CourseFixture {

    /** Of the courses of this test. */
    CourseFeed feed();

    /** A place that the store cannot go on from any more. */
    Position forgotten();

    @Test
    default void whereNothingChangesThereIsNothing() {
        courses().insert(course(1).build());
        var reader = FeedReader.from(feed());
        for (var i = 0; i < 3; i++) {
            assertThat(reader.drain()).isEmpty();
        }
    }

    @Test
    default void everyWriteIsToldWithItsVersion() {
        var first = course(1).build();
        var reader = FeedReader.from(feed());
        courses().insert(first);
        assertThat(reader.drain()).containsExactly(entry(1, 1));
        courses().replace(changed(first, "second"));
        assertThat(reader.drain()).containsExactly(entry(1, 2));
        courses().replace(changed(changed(first, "second"), "third"));
        courses().delete(id(1), 3);
        assertThat(reader.drain()).containsExactly(entry(1, 4));
        assertThat(reader.drain()).isEmpty();
    }

    @Test
    default void coursesOfEveryStateAreTold() {
        var reader = FeedReader.from(feed());
        courses().insert(course(1).state(CourseState.DRAFT).build());
        courses().insert(course(2).state(CourseState.PUBLISHED).build());
        courses().insert(course(3).state(CourseState.ARCHIVED).build());
        assertThat(reader.drain()).containsOnlyKeys(id(1), id(2), id(3));
    }

    @Test
    default void manyAtOnceAreAllTold() {
        var stored = many(1_500);
        var reader = FeedReader.from(feed());
        courses().saveAll(stored);
        assertThat(reader.drain()).hasSize(1_500).containsValue(1L).doesNotContainValue(2L);
        courses().saveAll(stored.stream().map(it -> changed(it, "second")).toList());
        assertThat(reader.drain()).hasSize(1_500).containsValue(2L).doesNotContainValue(1L);
    }

    @Test
    default void whatWasRefusedChangedNothing() {
        courses().insert(course(1).externalId("x").build());
        var reader = FeedReader.from(feed());
        courses().insert(course(1).build());
        courses().insert(course(2).externalId("x").build());
        courses().replace(changed(changed(course(1).build(), "second"), "third"));
        courses().saveAll(List.of(course(1).build(), changed(course(3).build(), "of nothing")));
        courses().delete(id(1), 2);
        assertThat(reader.drain()).isEmpty();
    }

    /** Whoever lost an answer asks for it again. */
    @Test
    default void anOldPlaceIsAsGoodAsTheLast() {
        var reader = FeedReader.from(feed());
        var start = reader.position();
        courses().insert(course(1).build());
        reader.drain();
        var middle = reader.position();
        courses().insert(course(2).build());
        reader.drain();
        courses().insert(course(3).build());
        reader.drain();
        assertThat(FeedReader.from(feed(), middle).drain()).containsKeys(id(2), id(3));
        assertThat(FeedReader.from(feed(), start).drain()).containsKeys(id(1), id(2), id(3));
        assertThat(FeedReader.from(feed(), reader.position()).drain()).doesNotContainKey(id(4));
        courses().insert(course(4).build());
        assertThat(reader.drain()).containsKey(id(4));
    }

    @Test
    default void itBeginsWithWhatWasWrittenBefore() {
        courses().insert(course(1).build());
        var begun = await(feed().since(Duration.ofMinutes(1)));
        assertThat(begun.gap()).isFalse();
        assertThat(begun.changes()).contains(new Change(id(1), 1));
        courses().insert(course(2).build());
        assertThat(FeedReader.from(feed(), begun.last()).drain()).containsKey(id(2));
    }

    @Test
    default void afterWhatIsForgottenThereIsAGapAndThenItGoesOn() {
        var lost = await(feed().after(forgotten()));
        assertThat(lost.gap()).isTrue();
        var reader = FeedReader.from(feed(), lost.last());
        courses().insert(course(1).build());
        assertThat(reader.drain()).containsEntry(id(1), 1L);
    }

    @Test
    default void aPlaceOfNoFeedIsAGap() {
        for (var nonsense : List.of("", "?", "stream:{}", "stream:{\"_data\": \"82\"}", "poll:1:2:a", "-1")) {
            var answer = await(feed().after(new Position(nonsense)));
            assertThat(answer.gap()).as(nonsense).isTrue();
            assertThat(await(feed().after(answer.last())).gap()).as(nonsense).isFalse();
        }
    }

    @Test
    default void nothingIsMissedWhileManyWrite() throws Exception {
        var seed = Long.getLong("lyceum.seed", ThreadLocalRandom.current().nextLong());
        new FeedRace(courses(), feed(), seed).run();
    }

    private static Map.Entry<CourseId, Long> entry(int number, long version) {
        return Map.entry(id(number), version);
    }
}
