package lyceum.contract;

import static lyceum.contract.CourseFixture.changed;
import static lyceum.fake.Courses.LONG_AGO;
import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static lyceum.fake.Courses.rich;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseState;
import lyceum.domain.course.SortBy;
import org.junit.jupiter.api.Test;

/** What is written is what is read, and no write undoes another. */
public interface CourseWriteContract extends CourseFixture {

    @Test
    default void whatIsNotThereIsNotFound() {
        assertThat(courses().find(id(1))).isEmpty();
    }

    @Test
    default void everyFieldComesBackAsItWas() {
        var rich = rich(1);
        assertThat(courses().insert(rich)).isTrue();
        assertThat(courses().find(rich.id())).contains(rich);
    }

    @Test
    default void whatACourseDoesNotHaveItDoesNotGet() {
        var bare = course(1).durationMinutes(null).build();
        courses().insert(bare);
        assertThat(courses().find(bare.id())).contains(bare);
    }

    @Test
    default void pricesKeepTheirDecimals() {
        for (var price : List.of("0", "0.10", "19.9", "19.90", "1000000", "1E+3")) {
            var course = course(price.hashCode() & 0xffff).price(price).build();
            courses().insert(course);
            assertThat(courses().find(course.id()).orElseThrow().details().price()).isEqualTo(course.details().price());
        }
    }

    @Test
    default void aReplacementMayTakeAwayWhatIsOptional() {
        var rich = rich(1);
        courses().insert(rich);
        var bare = course(1).durationMinutes(null).build().details();
        var less = rich.edited(bare, CourseState.DRAFT, List.of(), LONG_AGO.plusSeconds(1));
        assertThat(courses().replace(less)).isTrue();
        assertThat(courses().find(rich.id())).contains(less);
    }

    @Test
    default void aTakenIdIsRefused() {
        courses().insert(course(1).title("first").build());
        assertThat(courses().insert(course(1).title("second").build())).isFalse();
        assertThat(courses().find(id(1)).orElseThrow().details().title()).isEqualTo("first");
    }

    @Test
    default void aTakenExternalIdIsRefused() {
        courses().insert(course(1).externalId("x").build());
        assertThat(courses().insert(course(2).externalId("x").build())).isFalse();
        assertThat(courses().find(id(2))).isEmpty();
        assertThat(courses().insert(course(3).externalId("y").build())).isTrue();
    }

    @Test
    default void anyNumberOfCoursesMayBeWithoutExternalId() {
        assertThat(courses().insert(course(1).build())).isTrue();
        assertThat(courses().insert(course(2).build())).isTrue();
    }

    @Test
    default void anExternalIdIsFreeAgainAfterADeletion() {
        courses().insert(course(1).externalId("x").build());
        courses().delete(id(1), 1);
        assertThat(courses().insert(course(2).externalId("x").build())).isTrue();
    }

    @Test
    default void nothingIsLeftOfADeletedCourseButItsId() {
        var rich = rich(1);
        courses().insert(rich);
        courses().delete(rich.id(), 1);
        var all = new ArrayList<Course>();
        courses().forEach(all::add);
        assertThat(all).isEmpty();
        assertThat(courses().findAll(List.of(rich.id()))).isEmpty();
        assertThat(courses().findByExternalIds(List.of("udemy-1"))).isEmpty();
        assertThat(courses().list(CourseQuery.firstPage(SortBy.RECENT)).total()).isZero();
        assertThat(courses().insert(course(1).build())).isFalse();
        assertThat(courses().saveAll(List.of(course(1).build()))).isEmpty();
        for (var version = 1; version <= 4; version++) {
            assertThat(courses().delete(rich.id(), version)).isFalse();
        }
        for (var next = changed(rich, "next"); next.version() < 5; next = changed(next, "next")) {
            assertThat(courses().replace(next)).isFalse();
            assertThat(courses().saveAll(List.of(next))).isEmpty();
        }
        assertThat(courses().find(rich.id())).isEmpty();
    }

    @Test
    default void aReplacementNeedsTheVersionBefore() {
        var first = course(1).build();
        var second = changed(first, "second");
        var third = changed(second, "third");
        courses().insert(first);
        assertThat(courses().replace(third)).isFalse();
        assertThat(courses().replace(first)).isFalse();
        assertThat(courses().replace(second)).isTrue();
        assertThat(courses().replace(second)).isFalse();
        assertThat(courses().replace(third)).isTrue();
        assertThat(courses().find(first.id())).contains(third);
    }

    @Test
    default void aReplacementOfNothingStoresNothing() {
        var second = changed(course(1).build(), "second");
        assertThat(courses().replace(second)).isFalse();
        assertThat(courses().find(second.id())).isEmpty();
    }

    @Test
    default void aDeletionNeedsTheVersion() {
        var first = course(1).build();
        courses().insert(first);
        courses().replace(changed(first, "second"));
        assertThat(courses().delete(first.id(), 1)).isFalse();
        assertThat(courses().delete(first.id(), 3)).isFalse();
        assertThat(courses().delete(first.id(), 2)).isTrue();
        assertThat(courses().delete(first.id(), 2)).isFalse();
        assertThat(courses().find(first.id())).isEmpty();
    }

    @Test
    default void aDeletionIsRememberedWithItsVersion() {
        var first = course(1).build();
        var other = course(2).build();
        courses().insert(first);
        courses().insert(other);
        courses().replace(changed(first, "second"));
        courses().delete(first.id(), 2);

        assertThat(courses().deletions(List.of(first.id(), other.id(), course(3).build().id())))
                .isEqualTo(Map.of(first.id(), 3L));
        assertThat(courses().deletions(List.of())).isEmpty();
    }
}
