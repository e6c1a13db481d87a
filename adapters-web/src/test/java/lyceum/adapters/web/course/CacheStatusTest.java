package lyceum.adapters.web.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lyceum.application.cache.Answer;
import lyceum.application.cache.Step;
import lyceum.application.cache.Step.Outcome;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.Content;
import org.junit.jupiter.api.Test;

final class CacheStatusTest {

    private static final CacheEntry ENTRY = new CacheEntry(new Content.Absent(0), 0, 10_000, 20_000);

    @Test
    void theNearestComesLast() {
        assertThat(status(5_000, false, miss("l1", true), new Step("l2", Outcome.HIT, false)))
                .isEqualTo("lyceum-l2; hit; ttl=5, lyceum-l1; fwd=miss; stored");
    }

    @Test
    void aStaleAnswerHasATimeToLiveBelowZero() {
        assertThat(status(11_500, false, new Step("l1", Outcome.STALE, false))).isEqualTo("lyceum-l1; hit; ttl=-2");
    }

    @Test
    void theNearestTierTellsThatReadsWereCollapsed() {
        assertThat(status(0, true, miss("l1", true), miss("l2", false)))
                .isEqualTo("lyceum-l2; fwd=miss, lyceum-l1; fwd=miss; stored; collapsed");
    }

    @Test
    void tiersThatWereLeftOutOrDownAreNamed() {
        assertThat(status(0, false, new Step("l1", Outcome.BYPASS, false), new Step("l2", Outcome.UNAVAILABLE, false)))
                .isEqualTo("lyceum-l2; fwd=bypass; detail=unavailable, lyceum-l1; fwd=bypass");
    }

    private static Step miss(String tier, boolean stored) {
        return new Step(tier, Outcome.MISS, stored);
    }

    private static String status(long now, boolean collapsed, Step... steps) {
        return CacheStatus.of(new Answer(ENTRY, List.of(steps), collapsed), now);
    }
}
