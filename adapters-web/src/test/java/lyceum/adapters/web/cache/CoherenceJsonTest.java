package lyceum.adapters.web.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.application.coherence.CoherenceStatistics;
import lyceum.application.coherence.CoherenceStatistics.Report;
import org.junit.jupiter.api.Test;

final class CoherenceJsonTest {

    @Test
    void everyFigureIsUnderItsName() {
        var lag = new ArrayList<Long>();
        for (var i = 0L; i <= CoherenceStatistics.LAG_BUCKETS.size(); i++) {
            lag.add(100 + i);
        }
        assertThat(text(new Report(2_000, lag, 1, 2, 3, 4, 5, 13, 6, 7, 8, 9, 10)))
                .contains("\"lag\":{\"largest_ms\":1,\"buckets\":[{\"up_to_ms\":1,\"count\":100},"
                        + "{\"up_to_ms\":2,\"count\":101},{\"up_to_ms\":5,\"count\":102}")
                .contains("{\"up_to_ms\":5000,\"count\":111},{\"up_to_ms\":null,\"count\":112}]}")
                .contains("\"gaps\":2,\"log_failures\":3,\"feed_failures\":4,\"feed_gaps\":5,"
                        + "\"revocation_failures\":13,\"epochs\":6,\"refused_fills\":11,\"lease_waits\":12,")
                .startsWith("{\"bound_ms\":2000,\"since_confirmed_ms\":8,\"suspect_ms\":7,")
                .endsWith("\"audit\":{\"samples\":9,\"disagreements\":10}}");
    }

    @Test
    void whatWasNeverConfirmedIsNotSaidToBeLongAgo() {
        var report = new CoherenceStatistics(Duration.ofSeconds(2)).report(1_000);
        assertThat(text(report)).startsWith("{\"bound_ms\":2000,\"since_confirmed_ms\":null,\"suspect_ms\":0,");
    }

    private static String text(Report report) {
        return new String(JsonWriter.bytes(CoherenceJson.of(report, 11, 12)), UTF_8);
    }
}
