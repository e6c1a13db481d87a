package lyceum.adapters.web.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lyceum.adapters.web.support.CacheStatusField;
import lyceum.application.cache.Answer;
import lyceum.application.cache.Step;
import lyceum.application.cache.Step.Outcome;
import lyceum.domain.cache.CacheEntry;
import lyceum.domain.cache.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CacheStatusTest {

    private static final CacheEntry ENTRY = new CacheEntry(new Content.Absent(0), 0, 10_000, 20_000);
    private static final Step FAILED = new Step("source", Outcome.STALE, false);

    @Test
    void theNearestComesLast() {
        assertThat(status(5_000, false, miss("l1", true), new Step("l2", Outcome.HIT, false)))
                .isEqualTo("lyceum-l2; hit; ttl=5, lyceum-l1; fwd=miss; stored");
    }

    @Test
    void aStaleAnswerHasATimeToLiveBelowZero() {
        assertThat(status(11_500, false, new Step("l1", Outcome.STALE, false))).isEqualTo("lyceum-l1; hit; ttl=-2");
    }

    /** Fresh by its own times, but nobody knows: it counts from when somebody did. */
    @Test
    void whatIsNotKnownToBeCurrentHasATimeToLiveBelowZeroToo() {
        assertThat(status(7_000, false, new Step("l1", Outcome.STALE, false))).isEqualTo("lyceum-l1; hit; ttl=-7");
    }

    @Test
    void whatIsServedBecauseTheSourceFailedSaysSo() {
        assertThat(status(7_000, false, miss("l1", false), miss("l2", false), FAILED))
                .isEqualTo("lyceum-l2; fwd=miss, lyceum-l1; fwd=miss, "
                        + "lyceum; fwd=stale; ttl=-7; detail=source-unavailable");
        assertThat(status(12_000, true, FAILED)).isEqualTo("lyceum; fwd=stale; ttl=-2; detail=source-unavailable");
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

    @Test
    void directivesThatWereIgnoredAreOwnedUpTo() {
        var answer = new Answer(ENTRY, List.of(miss("l1", true), new Step("l2", Outcome.HIT, false)), false);
        assertThat(CacheStatus.of(new Reading(answer, true), 5_000))
                .isEqualTo("lyceum-l2; hit; ttl=5; detail=directives-ignored, lyceum-l1; fwd=miss; stored");
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyWayIsWellFormed(List<Step> way) {
        for (var now : List.of(0L, 9_999L, 10_000L, 1_000_000_000_000L)) {
            for (var collapsed : List.of(true, false)) {
                var answer = new Answer(ENTRY, way, collapsed);
                var field = CacheStatus.of(new Reading(answer, true), now);
                var last = CacheStatusField.read(field).getLast();
                assertThat("stale".equals(last.parameters().get("fwd"))).as(field).isEqualTo(answer.stale());
            }
        }
    }

    /** All outcomes of one tier and of two, each with and without a source that failed. */
    static Stream<List<Step>> ways() {
        var one = Stream.of(Outcome.values()).map(outcome -> List.of(new Step("l1", outcome, true))).toList();
        var two = one.stream().flatMap(first -> Stream.of(Outcome.values())
                .map(outcome -> plus(first, new Step("l2", outcome, false))));
        var ways = Stream.concat(one.stream(), two).toList();
        var failed = ways.stream().map(way -> plus(way, FAILED));
        return Stream.concat(Stream.concat(ways.stream(), failed), Stream.of(List.of(FAILED)));
    }

    private static List<Step> plus(List<Step> way, Step last) {
        var longer = new ArrayList<>(way);
        longer.add(last);
        return longer;
    }

    private static Step miss(String tier, boolean stored) {
        return new Step(tier, Outcome.MISS, stored);
    }

    private static String status(long now, boolean collapsed, Step... steps) {
        return CacheStatus.of(Reading.of(new Answer(ENTRY, List.of(steps), collapsed)), now);
    }
}
