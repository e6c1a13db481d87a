package lyceum.contract;

import static java.util.stream.Collectors.toSet;
import static lyceum.contract.CourseFixture.ids;
import static lyceum.fake.Courses.LONG_AGO;
import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static lyceum.fake.Courses.many;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.Difficulty;
import lyceum.domain.course.SortBy;
import lyceum.domain.validation.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pages have neither gaps nor overlaps, by number and by cursor, however many courses are equal in the order's eyes. */
public interface CoursePageContract extends CourseFixture {

    int COURSES = 300;
    int PAGE = 23;

    private static CourseQuery query(@Nullable String search, SortBy sortBy, int page, int size,
            @Nullable String cursor) {
        return new CourseQuery(search, null, null, sortBy, page, size, cursor);
    }

    private List<CourseId> byNumber(@Nullable String search, SortBy sortBy) {
        var all = new ArrayList<CourseId>();
        for (var page = 1; page <= COURSES / PAGE + 1; page++) {
            all.addAll(ids(courses().list(query(search, sortBy, page, PAGE, null))));
        }
        return all;
    }

    private List<CourseId> byCursor(@Nullable String search, SortBy sortBy) {
        var page = courses().list(query(search, sortBy, 1, PAGE, null));
        var all = new ArrayList<>(ids(page));
        for (var next = page.next(); next != null; next = page.next()) {
            page = courses().list(query(search, sortBy, 1, PAGE, next));
            assertThat(page.total()).isEqualTo(COURSES);
            assertThat(page.items()).isNotEmpty();
            all.addAll(ids(page));
        }
        return all;
    }

    @Test
    default void equalCoursesComeInTheOrderOfTheirIds() {
        var stored = many(COURSES);
        courses().saveAll(stored.reversed());
        var expected = stored.stream().map(Course::id).toList();
        for (var order : SortBy.values()) {
            assertThat(byNumber(null, order)).isEqualTo(expected);
            assertThat(byCursor(null, order)).isEqualTo(expected);
        }
    }

    @Test
    default void soDoEquallyGoodMatches() {
        var stored = many(COURSES);
        courses().saveAll(stored.reversed());
        var expected = stored.stream().map(Course::id).toList();
        for (var order : SortBy.values()) {
            assertThat(byNumber("course", order)).isEqualTo(expected);
            assertThat(byCursor("course", order)).isEqualTo(expected);
        }
    }

    @Test
    default void aWalkByCursorSeesWhatAWalkByNumberSees() {
        var stored = new ArrayList<Course>();
        for (var i = 1; i <= COURSES; i++) {
            stored.add(course(i)
                    .title(i % 5 == 0 ? "Java" : "Javanese " + i)
                    .tags(i % 3 == 0 ? "java" : "island")
                    .durationMinutes(i % 11)
                    .popularity(i % 4 + i % 3 / 10.0, i % 2, i % 7)
                    .createdAt(LONG_AGO.plusMillis(i % 13))
                    .build());
        }
        courses().saveAll(stored);
        for (var order : SortBy.values()) {
            assertThat(byCursor(null, order)).isEqualTo(byNumber(null, order)).hasSize(COURSES);
            assertThat(byCursor("java", order)).isEqualTo(byNumber("java", order)).hasSize(COURSES);
            assertThat(byNumber("java", order).stream().collect(toSet())).hasSize(COURSES);
        }
    }

    @Test
    default void theLastPageEndsTheWalk() {
        courses().saveAll(many(20));
        var last = courses().list(query(null, SortBy.RECENT, 2, 10, null));
        assertThat(last.items()).hasSize(10);
        assertThat(last.next()).isNull();
        assertThat(last.total()).isEqualTo(20);
    }

    @Test
    default void beyondTheLastPageThereIsNothing() {
        courses().saveAll(many(20));
        for (var page : List.of(3, CourseQuery.MAX_PAGE)) {
            var beyond = courses().list(query(null, SortBy.RECENT, page, 100, null));
            assertThat(beyond.items()).isEmpty();
            assertThat(beyond.next()).isNull();
            assertThat(beyond.total()).isEqualTo(20);
        }
    }

    @Test
    default void aCursorOutlivesChangesBeforeItAndOtherPageSizes() {
        courses().saveAll(many(20));
        var first = courses().list(query(null, SortBy.RECENT, 1, 10, null));
        courses().delete(id(3), 1);
        courses().delete(id(10), 1);
        var second = courses().list(query(null, SortBy.RECENT, 1, 4, first.next()));
        assertThat(ids(second)).containsExactly(id(11), id(12), id(13), id(14));
    }

    @Test
    default void aCursorContinuesNoOtherQuestion() {
        courses().saveAll(many(20));
        var cursor = courses().list(query(null, SortBy.RECENT, 1, 10, null)).next();
        refused(query(null, SortBy.POPULAR, 1, 10, cursor));
        refused(query("course", SortBy.RECENT, 1, 10, cursor));
        refused(new CourseQuery(null, "programming", null, SortBy.RECENT, 1, 10, cursor));
        refused(new CourseQuery(null, null, Difficulty.BEGINNER, SortBy.RECENT, 1, 10, cursor));
    }

    @Test
    default void whatIsNoCursorIsRefused() {
        courses().saveAll(many(3));
        for (var cursor : List.of("", "x", "AAAA", "ü", "a.b.c", "Li4u", "A".repeat(5_000), "{\"$gt\":1}")) {
            refused(query(null, SortBy.RECENT, 1, 10, cursor));
        }
    }

    private void refused(CourseQuery query) {
        assertThatThrownBy(() -> courses().list(query))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.violations().getFirst().field())
                        .isEqualTo("cursor"));
    }
}
