package lyceum.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Role;
import lyceum.fake.FaultyRevocationFeed.Operation;
import lyceum.fake.Faults.Fault;
import org.junit.jupiter.api.Test;

final class RevocationFollowerTest {

    private final Cluster cluster = new Cluster();
    private final Cluster.Instance here = cluster.instance();
    private final Cluster.Instance there = cluster.instance();
    private final AccessClaims token = here.claimsOf(cluster.user("ann", Role.STUDENT));

    private Class<?> verdictThere() {
        return there.standing.known(token).getClass();
    }

    @Test
    void what_was_revoked_before_it_began_is_known_with_the_first_answer() {
        here.endings.end(token.session());
        there.follower.start();
        assertThat(verdictThere()).isEqualTo(Verdict.Refused.class);
    }

    @Test
    void a_nudge_spares_the_wait() {
        there.follower.start();
        cluster.shared.listen(there.follower::nudge);
        here.endings.end(token.session());
        assertThat(verdictThere()).isEqualTo(Verdict.Refused.class);
    }

    /** Such as one that comes while a question is under way, which may have missed what it tells of. */
    @Test
    void a_nudge_is_never_lost() {
        there.follower.start();
        cluster.feed.faults().injectOnce(Fault.FAIL_AFTER, Operation.AFTER);
        there.follower.nudge();
        here.endings.end(token.session());
        there.follower.nudge();
        there.execution.advance(Duration.ofMillis(100));
        assertThat(verdictThere()).isEqualTo(Verdict.Refused.class);
    }

    @Test
    void nothing_is_known_as_long_as_the_feed_does_not_answer() {
        cluster.feed.faults().failAll();
        there.follower.start();
        assertThat(verdictThere()).isEqualTo(Verdict.Unknown.class);
        cluster.feed.faults().heal();
        there.execution.advance(Duration.ofMillis(100));
        assertThat(verdictThere()).isEqualTo(Verdict.Admitted.class);
    }

    /** F6: memory decides up to the bound after the last question that was answered, and not a moment longer. */
    @Test
    void memory_decides_no_longer_than_the_bound_after_the_last_answer() {
        there.follower.start();
        cluster.feed.faults().failAll();
        here.endings.end(token.session());
        there.execution.advance(Cluster.BOUND);
        assertThat(verdictThere()).isEqualTo(Verdict.Admitted.class);
        there.execution.advance(Duration.ofMillis(1));
        assertThat(verdictThere()).isEqualTo(Verdict.Unknown.class);

        cluster.feed.faults().heal();
        there.execution.advance(Cluster.INTERVAL);
        assertThat(verdictThere()).isEqualTo(Verdict.Refused.class);
    }

    @Test
    void a_gap_is_closed_before_anything_is_decided() {
        there.follower.start();
        cluster.feed.faults().failAll();
        there.execution.advance(Cluster.BOUND.plusMillis(1));
        here.endings.end(token.session());
        cluster.storedFeed.forget();
        cluster.feed.faults().heal();
        cluster.feed.faults().injectOnce(Fault.FAIL_BEFORE, Operation.SINCE);

        there.execution.advance(Duration.ofMillis(99));
        assertThat(verdictThere()).as("after the gap").isEqualTo(Verdict.Unknown.class);
        there.execution.advance(Cluster.INTERVAL);
        assertThat(verdictThere()).isEqualTo(Verdict.Refused.class);
    }

    @Test
    void that_it_asks_in_vain_is_heard_and_that_it_does_not_any_more() {
        there.follower.start();
        assertThat(there.turnsOfFollower.successes()).isZero();
        there.execution.advance(Cluster.INTERVAL);
        assertThat(there.turnsOfFollower.successes()).isOne();
        cluster.feed.faults().injectOnce(Fault.FAIL_BEFORE, Operation.AFTER);
        there.execution.advance(Cluster.INTERVAL);
        assertThat(there.turnsOfFollower.failures()).singleElement().isInstanceOf(AccountsUnavailable.class);
        there.execution.advance(Cluster.INTERVAL);
        assertThat(there.turnsOfFollower.successes()).isGreaterThan(1);
    }

    @Test
    void closed_it_asks_no_more() {
        there.follower.start();
        there.follower.close();
        var asked = cluster.feed.faults().calls(Operation.AFTER);
        there.execution.advance(Duration.ofMinutes(1));
        assertThat(cluster.feed.faults().calls(Operation.AFTER)).isEqualTo(asked);
    }
}
