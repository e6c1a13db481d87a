package lyceum.application.coherence;

import static lyceum.application.coherence.OneProcess.BOUND;
import static lyceum.application.coherence.OneProcess.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditorTest {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final OneProcess process = new OneProcess();
    private final Auditor auditor = new Auditor(
            process.cache,
            process::load,
            BOUND,
            INTERVAL,
            process.execution,
            process.statistics,
            () -> 0);

    @BeforeEach
    void somethingIsHeld() {
        process.read(KEY);
    }

    /** The feed is broken and does not know it: what it confirms is not so. */
    private void confirmFalsely() {
        var _ = process.near.confirm(Long.MIN_VALUE, process.clock.millis());
        var _ = process.far.confirm(Long.MIN_VALUE, process.clock.millis());
    }

    private CompletableFuture<Boolean> audit() {
        return auditor.audit(KEY).toCompletableFuture();
    }

    @Test
    void whatAgreesIsCountedAndStays() {
        assertThat(audit()).isCompletedWithValue(true);
        assertThat(process.report().audited()).isEqualTo(1);
        assertThat(process.cache.peek(KEY, process::load)).isNotNull();
    }

    @Test
    void whatDiffersForLongerThanTheBoundIsCountedAndRemoved() {
        process.version = 2;
        var audit = audit();
        process.execution.advance(BOUND.multipliedBy(2).minusMillis(1));
        assertThat(audit).isNotDone();
        confirmFalsely();
        process.execution.advance(Duration.ofMillis(1));

        assertThat(audit).isCompletedWithValue(false);
        assertThat(process.report().disagreements()).isEqualTo(1);
        assertThat(process.read(KEY)).isEqualTo("\"version 2\"");
    }

    @Test
    void aWriteThatWasOnItsWayIsNoDisagreement() {
        process.version = 2;
        var audit = audit();
        var _ = process.near.invalidate(KEY, 1);
        var _ = process.far.invalidate(KEY, 1);
        process.execution.advance(BOUND.multipliedBy(2));

        assertThat(audit).isCompletedWithValue(true);
        assertThat(process.report().disagreements()).isZero();
    }

    @Test
    void whatNobodyBelievesIsNoDisagreement() {
        process.version = 2;
        process.execution.advance(BOUND);

        assertThat(audit()).isCompletedWithValue(true);
    }

    @Test
    void takesASampleNowAndThenUntilItIsClosed() {
        auditor.start();
        process.execution.advance(INTERVAL.multipliedBy(3));
        var audited = process.report().audited();
        auditor.close();
        process.execution.advance(INTERVAL.multipliedBy(3));

        assertThat(audited).isEqualTo(4);
        assertThat(process.report().audited()).isLessThanOrEqualTo(audited + 1);
    }
}
