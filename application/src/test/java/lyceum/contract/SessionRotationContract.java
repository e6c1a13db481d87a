package lyceum.contract;

import static lyceum.contract.SessionFixture.grant;
import static lyceum.contract.SessionFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import lyceum.domain.identity.Family;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import org.junit.jupiter.api.Test;

/** One grant takes the place of another, once. */
public interface SessionRotationContract extends SessionFixture {

    int ROTATIONS_AT_ONCE = 50;

    /** From the one of the number to the next. */
    private boolean rotate(SessionId id, int number) {
        return sessions().rotate(id, grant(number).refreshTokenHash(), grant(number + 1));
    }

    @Test
    default void theNextGrantTakesThePlaceOfTheCurrentOne() {
        var session = inserted(session(1));
        assertThat(rotate(session.id(), 0)).isTrue();
        var seen = session.seenAt(grant(1).issuedAt());
        assertThat(sessions().family(session.id())).contains(new Family(seen, grant(1)));
        assertThat(rotate(session.id(), 1)).isTrue();
        assertThat(current(session.id())).isEqualTo(grant(2));
    }

    @Test
    default void whatIsNotCurrentIsRefused() {
        var session = inserted(session(1));
        rotate(session.id(), 0);
        var before = sessions().family(session.id());
        assertThat(sessions().rotate(session.id(), grant(0).refreshTokenHash(), grant(9))).isFalse();
        assertThat(sessions().rotate(session.id(), "hash", grant(9))).isFalse();
        assertThat(sessions().family(session.id())).isEqualTo(before);
    }

    @Test
    default void otherSessionsKeepTheirGrants() {
        var one = inserted(session(1));
        var other = inserted(session(2));
        rotate(one.id(), 0);
        assertThat(sessions().family(other.id())).contains(new Family(other, grant(0)));
    }

    @Test
    default void aRotationDoesNotMoveTheLastSeenBack() {
        var session = inserted(session(1));
        sessions().touch(Map.of(session.id(), BEGUN.plusSeconds(60)));
        rotate(session.id(), 0);
        assertThat(sessions().find(session.id())).map(Session::lastSeenAt).contains(BEGUN.plusSeconds(60));
    }

    @Test
    default void ofManyRotationsOneSucceeds() throws Exception {
        for (var round = 1; round <= 5; round++) {
            var session = inserted(session(round));
            Queue<Grant> rotated = new ConcurrentLinkedQueue<>();
            Together.run(ROTATIONS_AT_ONCE, number -> {
                var next = grant("next " + number, 1);
                return sessions().rotate(session.id(), grant(0).refreshTokenHash(), next) && rotated.add(next);
            });
            assertThat(rotated).hasSize(1);
            assertThat(current(session.id())).isEqualTo(rotated.element());
        }
    }

    /** Or a grant could be taken for another one. */
    @Test
    default void aReadSeesAllOfAGrantOrNothingOfIt() throws Exception {
        var session = inserted(session(1));
        Queue<Grant> torn = new ConcurrentLinkedQueue<>();
        Together.run(8, _ -> {
            for (var step = 0; step < 20; step++) {
                var family = sessions().family(session.id()).orElseThrow();
                var current = family.current();
                var number = (int) Duration.between(BEGUN, current.issuedAt()).toMillis();
                if (!current.equals(grant(number))
                        || family.session().lastSeenAt().isBefore(current.issuedAt())) {
                    torn.add(current);
                }
                rotate(session.id(), number);
            }
            return true;
        });
        assertThat(torn).isEmpty();
    }
}
