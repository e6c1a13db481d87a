package lyceum.application.coherence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CoherenceStatisticsTest {

    private final CoherenceStatistics statistics = new CoherenceStatistics(Duration.ofSeconds(2));

    @Test
    void aLagIsCountedInTheBucketThatItFitsIn() {
        for (var millis : new long[] {0, 1, 2, 20, 21, 5_000, 60_000}) {
            statistics.lagged(millis);
        }

        assertThat(statistics.report(0).lag()).containsExactly(2L, 1L, 0L, 0L, 1L, 1L, 0L, 0L, 0L, 0L, 0L, 1L, 1L);
        assertThat(statistics.report(0).largestLagMillis()).isEqualTo(60_000);
    }

    @Test
    void whatPassesBetweenConfirmationsBeyondTheBoundIsSuspect() {
        statistics.confirmed(1_000);
        statistics.confirmed(2_500);
        assertThat(statistics.report(2_500).suspectMillis()).isZero();

        statistics.confirmed(7_500);
        assertThat(statistics.report(7_500).suspectMillis()).isEqualTo(3_000);
        assertThat(statistics.report(10_000).suspectMillis()).as("it goes on").isEqualTo(3_500);
        assertThat(statistics.report(10_000).sinceConfirmedMillis()).isEqualTo(2_500);
    }

    @Test
    void beforeTheFirstConfirmationNothingIsKnown() {
        assertThat(statistics.report(5_000).sinceConfirmedMillis()).isNegative();
        assertThat(statistics.report(5_000).boundMillis()).isEqualTo(2_000);
    }
}
