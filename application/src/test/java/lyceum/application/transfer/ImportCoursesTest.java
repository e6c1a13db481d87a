package lyceum.application.transfer;

import static lyceum.application.transfer.ImportFixture.row;
import static lyceum.application.transfer.ImportFixture.rowAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lyceum.domain.course.CourseState;
import lyceum.domain.course.Difficulty;
import lyceum.domain.course.Popularity;
import lyceum.domain.validation.InvalidInput;
import lyceum.fake.Courses;
import org.junit.jupiter.api.Test;

class ImportCoursesTest {

    private final ImportFixture fixture = new ImportFixture();

    private static ImportReport counts(long created, long updated, long unchanged, long rejected) {
        return new ImportReport(created, updated, unchanged, rejected, Duration.ZERO);
    }

    @Test
    void createsAPublishedCourseOfNobody() {
        var report = fixture.run(row("external_id", "a", "title", "Über  Java", "published_at", "2020-01-01"));
        var course = fixture.course("a");
        assertThat(report).isEqualTo(counts(1, 0, 0, 0));
        assertThat(course.owner()).isNull();
        assertThat(course.state()).isEqualTo(CourseState.PUBLISHED);
        assertThat(course.version()).isEqualTo(1);
        assertThat(course.createdAt()).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(course.updatedAt()).isEqualTo(fixture.clock.instant());
        assertThat(course.popularity()).isEqualTo(Popularity.NONE);
        assertThat(course.details().title()).isEqualTo("Über Java");
        assertThat(course.details().slug()).isEqualTo("uber-java");
        assertThat(course.details().category()).isEqualTo("General");
        assertThat(course.details().difficulty()).isEqualTo(Difficulty.BEGINNER);
        assertThat(course.details().language()).isEqualTo("en");
    }

    @Test
    void leavesACourseAloneWhoseRowSaysNothingNew() {
        var rows = new ImportRow[] {
            row("external_id", "a", "title", "A", "price", "20.00", "modules", modules("M", "L")),
            row("external_id", "b", "title", "B")
        };
        fixture.run(rows);
        var before = fixture.all();
        fixture.clock.advance(Duration.ofDays(1));
        assertThat(fixture.run(rows)).isEqualTo(counts(0, 2, 2, 0));
        assertThat(fixture.run(row("external_id", "a", "price", 20))).isEqualTo(counts(0, 1, 1, 0));
        assertThat(fixture.all()).isEqualTo(before);
    }

    @Test
    void changesOnlyWhatARowMentions() {
        fixture.run(row("external_id", "a", "title", "A", "summary", "S", "rating_count", 3, "state", "archived"));
        var before = fixture.course("a");
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(fixture.run(row("external_id", "a", "title", "Other", "price", "9.5")))
                .isEqualTo(counts(0, 1, 0, 0));
        var after = fixture.course("a");
        assertThat(after.details().title()).isEqualTo("Other");
        assertThat(after.details().price()).isEqualTo(new BigDecimal("9.5"));
        assertThat(after.details().slug()).isEqualTo("a");
        assertThat(after.details().summary()).isEqualTo("S");
        assertThat(after.state()).isEqualTo(CourseState.ARCHIVED);
        assertThat(after.popularity()).isEqualTo(before.popularity());
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.version()).isEqualTo(2);
        assertThat(after.updatedAt()).isEqualTo(fixture.clock.instant());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
    }

    @Test
    void appliesRowsOfOneCourseInTheirOrderAndStoresThemOnce() {
        var report = fixture.run(
                row("external_id", "a", "title", "First", "summary", "kept"),
                row("external_id", "a", "title", "Second"),
                row("external_id", "a", "title", "Second"));
        assertThat(report).isEqualTo(counts(1, 2, 1, 0));
        assertThat(fixture.course("a").details().title()).isEqualTo("Second");
        assertThat(fixture.course("a").details().summary()).isEqualTo("kept");
        assertThat(fixture.course("a").version()).isEqualTo(1);
    }

    @Test
    void keepsTheIdsOfModulesAndLessonsThatStay() {
        fixture.run(row("external_id", "a", "title", "A", "modules", modules("One", "x", "y")));
        var before = fixture.course("a").modules().getFirst();
        fixture.run(row("external_id", "a", "modules", modules("One", "new", "y")));
        var after = fixture.course("a").modules().getFirst();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.lessons().get(1)).isEqualTo(before.lessons().get(1));
        assertThat(after.lessons().get(0).id()).isNotEqualTo(before.lessons().get(0).id()).hasSize(24);
    }

    @Test
    void rejectsRowsWithTheirLineAndEverythingThatIsWrong() {
        var report = fixture.run(
                rowAt(9, "title", "No id"),
                rowAt(2, "external_id", "a"),
                rowAt(3, "external_id", "b", "title", "x".repeat(301), "price", "-1"),
                new ImportRow.Unreadable(5, "is broken"),
                rowAt(6, "external_id", "c", "title", "C"),
                rowAt(7, "external_id", "c", "rating_average", 7));
        assertThat(report).isEqualTo(counts(1, 0, 0, 5));
        assertThat(fixture.rejections)
                .containsExactly(
                        new Rejection(2, "title", "is missing"),
                        new Rejection(
                                3, "title", "must have 1 to 300 characters; price must be between 0 and 1000000"),
                        new Rejection(5, null, "is broken"),
                        new Rejection(7, "rating_average", "must be between 0 and 5"),
                        new Rejection(9, "external_id", "is missing: without it a course can't be known again"));
        assertThat(fixture.course("c").popularity()).isEqualTo(Popularity.NONE);
    }

    @Test
    void accountsForEveryRowOfManyBatches() {
        var rows = IntStream.range(0, 1_234).mapToObj(i -> i % 100 == 0 ? row() : row("external_id", i, "title", "T"));
        var report = fixture.run(ImportFixture.source(rows.iterator()), Mapping.NONE);
        assertThat(report).isEqualTo(counts(1_221, 0, 0, 13));
        assertThat(fixture.progress).extracting(ImportReport::rows).containsExactly(500L, 1_000L, 1_234L);
    }

    @Test
    void bringsAnExportIntoAnEmptyCatalogueAndBackIntoItsOwn() {
        var rich = Courses.rich(1);
        var homemade = Courses.course(2).build();
        List.of(rich, homemade).forEach(fixture.courses::insert);
        var rows = fixture.all().stream().map(CourseRow::of).map(ImportCoursesTest::imported).toArray(ImportRow[]::new);
        assertThat(fixture.run(rows)).isEqualTo(counts(0, 2, 2, 0));
        var empty = new ImportFixture();
        assertThat(empty.run(rows)).isEqualTo(counts(2, 0, 0, 0));
        var copy = empty.course("udemy-1");
        assertThat(copy.details()).isEqualTo(rich.details());
        assertThat(copy.state()).isEqualTo(rich.state());
        assertThat(copy.popularity()).isEqualTo(rich.popularity());
        assertThat(copy.createdAt()).isEqualTo(rich.createdAt());
        assertThat(copy.modules())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "lessons.id")
                .isEqualTo(rich.modules());
        assertThat(empty.run(rows)).isEqualTo(counts(0, 2, 2, 0));
    }

    @Test
    void beginsNothingIfAMappedColumnIsMissing() {
        var source = new EmptySource(List.of("id"));
        assertThatThrownBy(() -> fixture.run(source, Mapping.parse("title=name"))).isInstanceOf(InvalidInput.class);
    }

    private static ImportRow imported(Map<Field, Object> fields) {
        return row(fields.entrySet().stream()
                .flatMap(field -> List.of(field.getKey().fieldName(), field.getValue()).stream())
                .toArray());
    }

    private static List<Object> modules(String title, String... lessons) {
        var list = List.of(lessons).stream().map(lesson -> Map.of("title", lesson, "duration_minutes", 5)).toList();
        return List.of(Map.of("title", title, "lessons", list));
    }
}
