package lyceum.adapters.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import lyceum.application.transfer.ImportFixture;
import lyceum.application.transfer.ImportReport;
import lyceum.application.transfer.Mapping;
import lyceum.domain.course.Course;
import lyceum.domain.course.Difficulty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RealCataloguesTest {

    private static final String MAP = "external_id=course_id,title=course_title,category=subject,difficulty=level,"
            + "duration_hours=content_duration,published_at=published_timestamp,enrollment_count=num_subscribers,"
            + "rating_count=num_reviews";

    private final ImportFixture fixture = new ImportFixture();

    private ImportReport run(CatalogueFormat format, InputStream input, String map) throws IOException {
        try (input) {
            var mapping = Mapping.parse(map);
            return fixture.run(format.open(input, mapping), mapping);
        }
    }

    private static void assertCounts(ImportReport report, long created, long updated, long rejected) {
        assertThat(report.created()).as("created").isEqualTo(created);
        assertThat(report.updated()).as("updated").isEqualTo(updated);
        assertThat(report.rejected()).as("rejected").isEqualTo(rejected);
    }

    @Test
    void takesOddRowsIn() throws IOException {
        var input = Objects.requireNonNull(getClass().getResourceAsStream("odd_courses.csv"));
        var report = run(CatalogueFormat.CSV, input, MAP);
        assertThat(fixture.rejections).isEmpty();
        assertCounts(report, 8, 2, 0);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(title("1001")).isEqualTo("Watercolour Skies: Paint the Weather");
        assertThat(title("1002")).startsWith("Play 'The Heron's Waltz\",https://").contains("4.5 hours", "1003,Tune");
        assertThat(title("1004")).isEqualTo("家庭菜園の基礎");
        assertThat(fixture.course("1004").details().slug()).isEqualTo("course");
        assertThat(title("1005")).isEqualTo("مبادئ الخط العربي");
        assertThat(fixture.course("1006").details().durationMinutes()).isZero();
        assertThat(fixture.course("1007").details().durationMinutes()).isEqualTo(31);
        assertThat(fixture.course("1008").details().difficulty()).isEqualTo(Difficulty.ADVANCED);
        assertThat(fixture.course("1001").details().difficulty()).isEqualTo(Difficulty.BEGINNER);
    }

    private String title(String externalId) {
        return fixture.course(externalId).details().title();
    }

    /** The file is somebody else's: it is read where it lies, and is no part of this project. */
    @Test
    void takesTheUdemyCataloguesInWhole() throws IOException {
        var file = find("shared/data/udemy_courses.csv");
        Assumptions.assumeTrue(file != null, "udemy_courses.csv is not here");
        var report = run(CatalogueFormat.CSV, Files.newInputStream(Objects.requireNonNull(file)), MAP);
        assertThat(fixture.rejections).isEmpty();
        assertCounts(report, 3_672, 6, 0);
        var first = fixture.course("1070968");
        assertThat(first.details().title()).isEqualTo("Ultimate Investment Banking Course");
        assertThat(first.details().category()).isEqualTo("Business Finance");
        assertThat(first.durationMinutes()).isEqualTo(90);
        assertThat(first.popularity().enrollmentCount()).isEqualTo(2_147);
        assertThat(first.createdAt()).hasToString("2017-01-18T20:58:58Z");
        var before = fixture.all();
        assertCounts(run(CatalogueFormat.CSV, Files.newInputStream(file), MAP), 0, 3_678, 0);
        assertThat(fixture.all()).extracting(Course::version).containsOnly(1L);
        assertThat(fixture.all()).isEqualTo(before);
    }

    @Test
    void takesTheSampleCatalogueIn() throws IOException {
        var file = Objects.requireNonNull(find("bootstrap/src/main/resources/catalogue/courses.ndjson"));
        var report = run(CatalogueFormat.NDJSON, Files.newInputStream(file), "");
        assertThat(fixture.rejections).isEmpty();
        assertCounts(report, Files.readAllLines(file).size(), 0, 0);
        assertThat(fixture.course("sample-0001").modules()).isNotEmpty();
    }

    /** A file above the folder that the tests run in. */
    private static @Nullable Path find(String path) {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isReadable(folder.resolve(path))) {
                return folder.resolve(path);
            }
        }
        return null;
    }
}
