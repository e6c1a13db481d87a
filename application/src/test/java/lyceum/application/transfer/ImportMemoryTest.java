package lyceum.application.transfer;

import static lyceum.application.transfer.ImportFixture.rowAt;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseRepository;
import org.junit.jupiter.api.Test;

class ImportMemoryTest {

    private static final int ROWS = 300_000;

    private final List<WeakReference<Object>> samples = new ArrayList<>();
    private long read;
    private long stored;
    private long mostAtOnce;

    /** A store that says it has stored what it gets, and keeps nothing. */
    private final CourseRepository bottomless = (CourseRepository) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {CourseRepository.class}, (_, method, arguments) -> {
                if (method.getName().equals("saveAll")) {
                    return store((Collection<?>) arguments[0]);
                }
                return List.of();
            });

    private Set<CourseId> store(Collection<?> courses) {
        mostAtOnce = Math.max(mostAtOnce, read - stored);
        stored += courses.size();
        var ids = new HashSet<CourseId>();
        courses.forEach(course -> ids.add(((Course) course).id()));
        samples.add(new WeakReference<>(courses.iterator().next()));
        return ids;
    }

    private ImportRow generate(int number) {
        read++;
        var row = rowAt(number, "external_id", number, "title", "Course " + number, "price", "$19.99");
        if (number % 1_000 == 0) {
            samples.add(new WeakReference<>(row));
        }
        return row;
    }

    @Test
    void holdsOneBatchAtATime() {
        var fixture = new ImportFixture(bottomless);
        var rows = IntStream.range(0, ROWS).mapToObj(this::generate).iterator();
        var report = fixture.imports.run(ImportFixture.source(rows), Mapping.NONE, fixture.rejections::add, _ -> {});
        assertThat(report.created()).isEqualTo(ROWS);
        assertThat(mostAtOnce).isLessThanOrEqualTo(ImportCourses.BATCH_ROWS + 1);
        System.gc();
        assertThat(samples.stream().filter(sample -> sample.get() != null).count()).isLessThanOrEqualTo(2);
    }

    @Test
    void endsABatchOfLargeRowsEarly() {
        var fixture = new ImportFixture(bottomless);
        var weight = (int) (ImportCourses.BATCH_WEIGHT / 4);
        var rows = IntStream.range(0, 100)
                .mapToObj(this::generate)
                .map(row -> new ImportRow.Read(row.line(), ((ImportRow.Read) row).fields(), weight))
                .iterator();
        fixture.run(ImportFixture.source(rows), Mapping.NONE);
        assertThat(fixture.progress).hasSize(25);
    }
}
