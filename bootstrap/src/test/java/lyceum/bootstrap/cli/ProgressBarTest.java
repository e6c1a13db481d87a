package lyceum.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import lyceum.application.transfer.ImportReport;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private static ImportReport after(Duration duration) {
        return new ImportReport(9_000, 1_000, 500, 0, duration);
    }

    @Test
    void showsPartRowsRateAndWhatRemains() {
        assertThat(ProgressBar.line(after(Duration.ofSeconds(20)), 0.25))
                .isEqualTo("[########......................]  25 %  10,000 rows  500 rows/s  1:00 to go");
        assertThat(ProgressBar.line(after(Duration.ofSeconds(80)), 1))
                .endsWith("100 %  10,000 rows  125 rows/s  1:20 in all");
        assertThat(ProgressBar.line(ImportReport.NOTHING, 0)).endsWith("0 %  0 rows  0 rows/s  ");
    }

    @Test
    void writesALineNowAndThenWhereThereIsNoTerminal() {
        var bar = new ProgressBar(new PrintStream(out, true, UTF_8), false, 100, () -> 50);
        for (var seconds = 1; seconds <= 12; seconds++) {
            bar.accept(after(Duration.ofSeconds(seconds)));
        }
        bar.end(after(Duration.ofSeconds(12)));
        assertThat(out.toString(UTF_8).lines()).hasSize(2).allMatch(line -> line.contains(" 50 %"));
    }
}
