package lyceum.adapters.web.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.Test;

final class TokenBucketTest {

    private final ManualClock clock = new ManualClock();
    private final TokenBucket bucket = new TokenBucket(20, 40, clock::millis);

    @Test
    void itIsFullAtFirst() {
        assertThat(taken(1_000)).isEqualTo(40);
    }

    @Test
    void itFillsWithTime() {
        assertThat(taken(1_000)).isEqualTo(40);
        clock.advance(Duration.ofMillis(49));
        assertThat(taken(1_000)).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(taken(1_000)).isEqualTo(1);
        clock.advance(Duration.ofSeconds(1));
        assertThat(taken(1_000)).isEqualTo(20);
    }

    @Test
    void itOverflows() {
        taken(1_000);
        clock.advance(Duration.ofHours(1));
        assertThat(taken(1_000)).isEqualTo(40);
    }

    @Test
    void noTokenIsGivenTwice() {
        assertThat(IntStream.range(0, 100_000).parallel().filter(_ -> bucket.take()).count()).isEqualTo(40);
    }

    private long taken(int wanted) {
        return IntStream.range(0, wanted).filter(_ -> bucket.take()).count();
    }
}
