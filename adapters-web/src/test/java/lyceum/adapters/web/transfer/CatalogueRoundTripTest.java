package lyceum.adapters.web.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import lyceum.application.transfer.CourseRow;
import lyceum.application.transfer.ImportFixture;
import lyceum.application.transfer.Mapping;
import lyceum.domain.course.CourseState;
import lyceum.fake.Courses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CatalogueRoundTripTest {

    private final ImportFixture full = new ImportFixture();
    private final ImportFixture empty = new ImportFixture();

    @ParameterizedTest
    @EnumSource
    void bringsEveryCourseThrough(CatalogueFormat format) {
        full.courses.insert(Courses.rich(1));
        full.courses.insert(Courses.course(2).state(CourseState.DRAFT).tags("a,b", "[c]").build());
        full.courses.insert(Courses.course(3).title("=1+1, \"quoted\"").tags("one", "two").price("0.10").build());
        var bytes = new ByteArrayOutputStream();
        full.courses.forEach(format.writer(bytes));
        var report = empty.run(format.open(new ByteArrayInputStream(bytes.toByteArray()), Mapping.NONE), Mapping.NONE);
        assertThat(empty.rejections).isEmpty();
        assertThat(report.created()).isEqualTo(3);
        assertThat(empty.all().stream().map(CourseRow::of))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactlyElementsOf(full.all().stream().map(CourseRow::of).toList());
        assertThat(bytes.toString(UTF_8)).contains("udemy-1");
    }
}
