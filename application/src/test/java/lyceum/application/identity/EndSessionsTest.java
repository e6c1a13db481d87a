package lyceum.application.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.User;
import org.junit.jupiter.api.Test;

/** Access tokens that are given back one by one. */
final class EndSessionsTest {

    private final Cluster cluster = new Cluster();
    private final Cluster.Instance here = cluster.instance();
    private final Cluster.Instance there = cluster.instance();
    private final User ann = cluster.user("ann", Role.STUDENT);
    private TokenPair pair = here.signIn(ann);

    private AccessClaims refreshed() {
        pair = here.refresh.refresh(pair.refreshToken()).orElseThrow();
        return here.last.claims();
    }

    private void giveBack(int tokens) {
        for (var i = 0; i < tokens; i++) {
            here.endings.revoke(refreshed());
        }
    }

    private boolean lives() {
        return cluster.sessions.find(here.last.claims().session()).isPresent();
    }

    @Test
    void as_many_as_can_be_kept_leave_the_session_as_it_is() {
        giveBack(SessionRepository.MOST_REVOKED);
        assertThat(there.standing.asked(here.last.claims())).isInstanceOf(Verdict.Refused.class);
        assertThat(lives()).isTrue();
        assertThat(there.standing.asked(refreshed())).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void one_more_ends_it_everywhere() {
        giveBack(SessionRepository.MOST_REVOKED);
        there.follower.start();
        var announced = new AtomicInteger();
        cluster.shared.listen(announced::incrementAndGet);
        var unrevoked = refreshed();
        here.endings.revoke(refreshed());
        assertThat(lives()).isFalse();
        assertThat(here.revocations.actor(unrevoked)).isEmpty();
        assertThat(announced).hasPositiveValue();
        there.execution.advance(Cluster.INTERVAL);
        assertThat(there.standing.known(unrevoked)).isInstanceOf(Verdict.Refused.class);
        assertThat(here.refresh.refresh(pair.refreshToken())).isEmpty();
    }

    @Test
    void who_gives_one_back_now_and_then_never_gets_there() {
        for (var round = 0; round < 5; round++) {
            giveBack(SessionRepository.MOST_REVOKED / 2);
            cluster.clock.advance(Cluster.ACCESS.plus(SessionRepository.SLACK).plus(Duration.ofSeconds(1)));
        }
        assertThat(lives()).isTrue();
    }
}
