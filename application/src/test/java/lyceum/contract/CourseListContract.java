package lyceum.contract;

import static lyceum.fake.Courses.LONG_AGO;
import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static lyceum.fake.Courses.module;
import static lyceum.fake.Courses.rich;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseState;
import lyceum.domain.course.CourseSummary;
import lyceum.domain.course.Difficulty;
import lyceum.domain.course.SortBy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is in a list, and in which order. */
public interface CourseListContract extends CourseFixture {

    private List<CourseId> list(@Nullable String category, @Nullable Difficulty difficulty, SortBy sortBy) {
        return courses().list(new CourseQuery(null, category, difficulty, sortBy, 1, 100, null)).items().stream()
                .map(CourseSummary::id)
                .toList();
    }

    @Test
    default void anEmptyCatalogueHasOneEmptyPage() {
        var page = courses().list(CourseQuery.firstPage(SortBy.RECENT));
        assertThat(page.total()).isZero();
        assertThat(page.items()).isEmpty();
        assertThat(page.next()).isNull();
    }

    @Test
    default void draftsAndArchivedCoursesAreInNoList() {
        courses().insert(course(1).state(CourseState.DRAFT).build());
        courses().insert(course(2).state(CourseState.PUBLISHED).build());
        courses().insert(course(3).state(CourseState.ARCHIVED).build());
        for (var order : SortBy.values()) {
            assertThat(list(null, null, order)).containsExactly(id(2));
            assertThat(courses().list(CourseQuery.firstPage(order)).total()).isEqualTo(1);
        }
    }

    @Test
    default void anItemShowsTheCourseWithoutItsDescription() {
        var rich = rich(1);
        courses().insert(rich);
        var item = courses().list(CourseQuery.firstPage(SortBy.RECENT)).items().getFirst();
        assertThat(item).usingRecursiveComparison().ignoringFields("details.description")
                .isEqualTo(CourseSummary.of(rich));
        assertThat(item.details().description()).isEmpty();
    }

    @Test
    default void aChangedCourseIsListedAsItIsNow() {
        var first = course(1).category("Music").build();
        courses().insert(first);
        courses().replace(CourseFixture.changed(first, "now"));
        assertThat(list("music", null, SortBy.RECENT)).isEmpty();
        assertThat(list("programming", null, SortBy.RECENT)).containsExactly(id(1));
    }

    @Test
    default void categoriesAreComparedWithoutRegardToCase() {
        courses().insert(course(1).category("Web Development").build());
        courses().insert(course(2).category("WEB DEVELOPMENT").build());
        courses().insert(course(3).category("Web").build());
        courses().insert(course(4).category("ÉCRITURE").build());
        assertThat(list("web development", null, SortBy.RECENT)).containsExactly(id(1), id(2));
        assertThat(list(" Web  Development ", null, SortBy.RECENT)).containsExactly(id(1), id(2));
        assertThat(list("écriture", null, SortBy.RECENT)).containsExactly(id(4));
    }

    @Test
    default void anUnknownCategoryHasNoCourses() {
        courses().insert(course(1).build());
        for (var category : List.of("none", "prog", ".*", "$ne", "programming\\")) {
            var page = courses().list(new CourseQuery(null, category, null, SortBy.RECENT, 1, 12, null));
            assertThat(page.total()).isZero();
            assertThat(page.items()).isEmpty();
            assertThat(page.next()).isNull();
        }
    }

    @Test
    default void filtersApplyTogether() {
        courses().insert(course(1).category("A").difficulty(Difficulty.BEGINNER).build());
        courses().insert(course(2).category("A").difficulty(Difficulty.ADVANCED).build());
        courses().insert(course(3).category("B").difficulty(Difficulty.ADVANCED).build());
        assertThat(list("a", Difficulty.ADVANCED, SortBy.RECENT)).containsExactly(id(2));
        assertThat(list(null, Difficulty.ADVANCED, SortBy.RECENT)).containsExactly(id(2), id(3));
        assertThat(list("b", Difficulty.BEGINNER, SortBy.RECENT)).isEmpty();
    }

    @Test
    default void theNewestComesFirst() {
        save(
                course(1).createdAt(LONG_AGO).build(),
                course(2).createdAt(LONG_AGO.plusMillis(1)).build(),
                course(3).createdAt(LONG_AGO.minusSeconds(1)).build(),
                course(4).createdAt(LONG_AGO).build());
        assertThat(list(null, null, SortBy.RECENT)).containsExactly(id(2), id(1), id(4), id(3));
        assertThat(list(null, null, SortBy.RELEVANCE)).containsExactly(id(2), id(1), id(4), id(3));
    }

    @Test
    default void theMostEnrolledComesFirst() {
        save(
                course(1).popularity(5, 9, 2).build(),
                course(2).popularity(0, 0, 5_000_000_000L).build(),
                course(3).popularity(1, 1, 2).build());
        assertThat(list(null, null, SortBy.POPULAR)).containsExactly(id(2), id(1), id(3));
    }

    @Test
    default void theBestRatedComesFirstAndThenTheMostRated() {
        save(
                course(1).popularity(4.5, 10, 0).build(),
                course(2).popularity(4.6, 1, 0).build(),
                course(3).popularity(4.5, 11, 0).build(),
                course(4).popularity(4.5, 10, 9).build());
        assertThat(list(null, null, SortBy.TOP_RATED)).containsExactly(id(2), id(3), id(1), id(4));
    }

    @Test
    default void theShortestComesFirstWhetherStatedOrAddedUp() {
        save(
                course(1).durationMinutes(25).build(),
                course(2).durationMinutes(null).modules(module("m", 1)).build(),
                course(3).durationMinutes(25).build(),
                course(4).durationMinutes(null).build());
        assertThat(list(null, null, SortBy.DURATION)).containsExactly(id(4), id(2), id(1), id(3));
    }

    private void save(Course... some) {
        assertThat(courses().saveAll(List.of(some))).hasSize(some.length);
    }
}
