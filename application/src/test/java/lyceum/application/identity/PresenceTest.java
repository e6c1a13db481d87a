package lyceum.application.identity;

import static lyceum.fake.FaultyUserRepository.Operation.FIND_ALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.fake.Faults.Fault;
import lyceum.fake.FaultySessionRepository.Operation;
import org.junit.jupiter.api.Test;

final class PresenceTest {

    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private final Cluster cluster = new Cluster();
    private final Cluster.Instance here = cluster.instance();
    private final User ann = cluster.user("ann", Role.STUDENT);
    private final AccessClaims token = here.claimsOf(ann);

    private Session stored() {
        return cluster.sessions.find(token.session()).orElseThrow();
    }

    @Test
    void the_last_time_is_shown_at_once_and_stored_soon() {
        here.presence.start();
        here.execution.advance(Duration.ofMinutes(1));
        var now = cluster.clock.instant();
        here.presence.note(token);
        assertThat(here.profiles.sessions(ann.id()).getFirst().lastSeenAt()).isEqualTo(now);
        here.execution.advance(Presence.INTERVAL);
        assertThat(stored().lastSeenAt()).isEqualTo(now);
        assertThat(cluster.shared.find(token.session()).orElseThrow().lastSeenAt()).isEqualTo(now);
    }

    @Test
    void many_requests_are_stored_together() {
        here.presence.start();
        for (var i = 0; i < 1_000; i++) {
            here.presence.note(token);
        }
        here.execution.advance(Presence.INTERVAL.multipliedBy(3));
        assertThat(cluster.sessions.faults().calls(Operation.TOUCH)).isEqualTo(1);
    }

    @Test
    void what_could_not_be_stored_is_stored_later() {
        here.presence.start();
        here.execution.advance(Duration.ofMinutes(1));
        var now = cluster.clock.instant();
        here.presence.note(token);
        cluster.sessions.faults().injectOnce(Fault.FAIL_BEFORE, Operation.TOUCH);
        here.execution.advance(Presence.INTERVAL.multipliedBy(2));
        assertThat(stored().lastSeenAt()).isEqualTo(now);
    }

    @Test
    void the_last_seconds_are_stored_when_it_closes() {
        here.execution.advance(Duration.ofMinutes(1));
        here.presence.note(token);
        here.presence.close();
        assertThat(stored().lastSeenAt()).isEqualTo(cluster.clock.instant());
    }

    /** F3: kept by those who share for a day after it was last seen. */
    @Test
    void a_session_in_use_stays_shared() {
        here.presence.start();
        for (var i = 0; i < 4; i++) {
            here.execution.advance(HALF_A_DAY);
            here.presence.note(token);
            here.execution.advance(Presence.INTERVAL);
            assertThat(cluster.shared.find(token.session())).isPresent();
        }
        here.execution.advance(HALF_A_DAY.multipliedBy(2));
        assertThat(cluster.shared.find(token.session())).as("unused for a day").isEmpty();
        assertThat(here.profiles.of(token).orElseThrow().session().id()).isEqualTo(token.session());
        assertThat(cluster.shared.find(token.session())).as("read from the store").isPresent();
    }

    /** X12: what another program does to an account leaves no trace in the feed. */
    @Test
    void what_other_programs_did_to_an_account_in_use_is_noticed() {
        here.follower.start();
        here.presence.start();
        here.presence.note(token);
        // As the same version: a program that knows nothing of versions.
        var demoted = new User(
                ann.id(),
                ann.email(),
                ann.name(),
                ann.role(),
                AccountState.DISABLED,
                ann.passwordHash(),
                ann.createdAt(),
                ann.epoch(),
                ann.version());
        cluster.users.replace(demoted, ann.version());
        here.execution.advance(Presence.INTERVAL);
        assertThat(here.standing.known(token)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void an_account_that_another_program_deleted_is_noticed() {
        here.follower.start();
        here.presence.start();
        var nobody = ofNobody(0xf);
        assertThat(here.standing.known(nobody)).isInstanceOf(Verdict.Admitted.class);
        here.presence.note(nobody);
        here.execution.advance(Presence.INTERVAL);
        assertThat(here.standing.known(nobody)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void all_accounts_in_use_are_read_again_however_many() {
        here.follower.start();
        here.presence.start();
        var nobodies = IntStream.range(0, 2_600).mapToObj(this::ofNobody).toList();
        nobodies.forEach(here.presence::note);
        here.execution.advance(Presence.INTERVAL);
        assertThat(nobodies).allMatch(each -> here.standing.known(each) instanceof Verdict.Refused);
        assertThat(cluster.users.faults().calls(FIND_ALL)).isEqualTo(3);
    }

    @Test
    void accounts_that_could_not_be_read_are_read_later() {
        here.follower.start();
        here.presence.start();
        var nobody = ofNobody(1);
        here.presence.note(nobody);
        cluster.users.faults().injectOnce(Fault.FAIL_BEFORE, FIND_ALL);
        here.execution.advance(Presence.INTERVAL);
        assertThat(here.turnsOfPresence.failures()).hasSize(1);
        here.execution.advance(Presence.INTERVAL);
        assertThat(here.standing.known(nobody)).isInstanceOf(Verdict.Refused.class);
        assertThat(here.turnsOfPresence.failures()).as("no more").hasSize(1);
    }

    /** In a session of its own. */
    private AccessClaims ofNobody(int number) {
        return new AccessClaims(
                token.tokenId(),
                new SessionId("e%023x".formatted(number)),
                new UserId("f%023x".formatted(number)),
                token.role(),
                token.epoch(),
                token.issuedAt(),
                token.expiresAt());
    }
}
