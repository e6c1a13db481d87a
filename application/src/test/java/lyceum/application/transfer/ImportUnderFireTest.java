package lyceum.application.transfer;

import static lyceum.application.transfer.ImportFixture.row;
import static lyceum.application.transfer.ImportFixture.rowAt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.course.CourseRepository;
import lyceum.domain.course.Popularity;
import lyceum.fake.FaultyCourseRepository;
import lyceum.fake.FaultyCourseRepository.Operation;
import lyceum.fake.Faults.Fault;
import lyceum.fake.InMemoryCourseRepository;
import org.junit.jupiter.api.Test;

class ImportUnderFireTest {

    private final InMemoryCourseRepository store = new InMemoryCourseRepository();

    /** The store, where others do something right before each bulk write, as long as they have something to do. */
    private CourseRepository racing(Iterator<Runnable> others) {
        return (CourseRepository) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {CourseRepository.class}, (_, method, arguments) -> {
                    if (method.getName().equals("saveAll") && others.hasNext()) {
                        others.next().run();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    private void rateByOthers(ImportFixture fixture) {
        var course = fixture.course("a");
        var rated = new Popularity(4, course.popularity().ratingCount() + 1, 0);
        assertThat(store.replace(course.withPopularity(rated, fixture.clock.instant()))).isTrue();
    }

    @Test
    void losesNobodysChange() {
        new ImportFixture(store).run(row("external_id", "a", "title", "A"));
        Runnable other = () -> rateByOthers(new ImportFixture(store));
        var fixture = new ImportFixture(racing(List.of(other).iterator()));
        var report = fixture.run(row("external_id", "b", "title", "B"), row("external_id", "a", "title", "New"));
        assertThat(report.created()).isEqualTo(1);
        assertThat(report.updated()).isEqualTo(1);
        assertThat(fixture.course("a").details().title()).isEqualTo("New");
        assertThat(fixture.course("a").popularity().ratingCount()).isEqualTo(1);
        assertThat(fixture.course("a").version()).isEqualTo(3);
    }

    @Test
    void updatesWhatAnotherImportCreatesMeanwhile() {
        Runnable other = () -> new ImportFixture(store).run(row("external_id", "a", "title", "Theirs", "summary", "S"));
        var fixture = new ImportFixture(racing(List.of(other).iterator()));
        assertThat(fixture.run(row("external_id", "a", "title", "Ours")).updated()).isEqualTo(1);
        assertThat(fixture.all()).singleElement().satisfies(course -> {
            assertThat(course.details().title()).isEqualTo("Ours");
            assertThat(course.details().summary()).isEqualTo("S");
        });
    }

    @Test
    void givesUpOnACourseThatOthersChangeAllTheTime() {
        new ImportFixture(store).run(row("external_id", "a", "title", "A"));
        var always = Stream.<Runnable>generate(() -> () -> rateByOthers(new ImportFixture(store))).iterator();
        var fixture = new ImportFixture(racing(always));
        var report = fixture.run(rowAt(4, "external_id", "a", "title", "New"), row("external_id", "b", "title", "B"));
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(report.created()).isEqualTo(1);
        assertThat(fixture.rejections).singleElement().extracting(Rejection::line).isEqualTo(4L);
    }

    @Test
    void asksTheStoreTwiceForABatch() {
        var faulty = new FaultyCourseRepository(store);
        new ImportFixture(faulty).run(IntStream.range(0, 500)
                .mapToObj(i -> row("external_id", i, "title", "T"))
                .toArray(ImportRow[]::new));
        assertThat(faulty.faults().calls(Operation.FIND_BY_EXTERNAL_IDS)).isEqualTo(1);
        assertThat(faulty.faults().calls(Operation.SAVE_ALL)).isEqualTo(1);
        assertThat(faulty.faults().calls(Operation.FIND_ALL)).isZero();
    }

    @Test
    void endsWithAReportWhenTheStoreFailsAndCanBeRunAgain() {
        var faulty = new FaultyCourseRepository(store);
        var fixture = new ImportFixture(faulty);
        var rows = IntStream.range(0, 1_200).mapToObj(i -> row("external_id", i, "title", "T")).toList();
        var failing = rows.stream().peek(row -> failFrom(700, row, faulty)).iterator();
        var failed = catchThrowableOfType(
                ImportFailed.class, () -> fixture.run(ImportFixture.source(failing), Mapping.NONE));
        assertThat(failed).hasCauseInstanceOf(CatalogueUnavailable.class);
        assertThat(failed.report().created()).isEqualTo(500);
        faulty.faults().heal();
        var report = fixture.run(ImportFixture.source(rows.iterator()), Mapping.NONE);
        assertThat(report.rows()).isEqualTo(1_200);
        // The answer of the second batch was lost, the batch was not.
        assertThat(report.created()).isEqualTo(200);
        assertThat(report.unchanged()).isEqualTo(1_000);
    }

    private static void failFrom(int id, ImportRow.Read row, FaultyCourseRepository faulty) {
        if (row.fields().containsValue(id)) {
            faulty.faults().inject(Fault.FAIL_AFTER, Operation.SAVE_ALL);
        }
    }

    @Test
    void endsWithAReportWhenTheSourceFails() {
        var fixture = new ImportFixture(store);
        var rows = Stream.generate(() -> {
            throw new IllegalStateException("the client is gone");
        });
        var source = ImportFixture.source(rows.map(_ -> row()).iterator());
        var failed = catchThrowableOfType(ImportFailed.class, () -> fixture.run(source, Mapping.NONE));
        assertThat(failed.report().rows()).isZero();
        assertThat(failed).hasRootCauseMessage("the client is gone");
    }
}
