package lyceum.contract;

import static lyceum.contract.SessionFixture.grant;
import static lyceum.contract.SessionFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import lyceum.domain.identity.Family;
import lyceum.domain.identity.SessionId;
import org.junit.jupiter.api.Test;

/** When the tokens of a grant were handed out is noted once. */
public interface SessionAnswerContract extends SessionFixture {

    private void answered(SessionId id, int number, int second) {
        sessions().answered(id, grant(number).refreshTokenHash(), BEGUN.plusSeconds(second));
    }

    @Test
    default void anAnswerIsNotedAndNothingElseChanges() {
        var session = inserted(session(1));
        var other = inserted(session(2));
        assertThat(current(session.id()).answeredAt()).isNull();
        answered(session.id(), 0, 3);
        var noted = grant(0).answered(BEGUN.plusSeconds(3));
        assertThat(sessions().family(session.id())).contains(new Family(session, noted));
        assertThat(current(other.id())).isEqualTo(grant(0));
    }

    @Test
    default void theFirstAnswerIsTheOneThatCounts() {
        var session = inserted(session(1));
        answered(session.id(), 0, 3);
        answered(session.id(), 0, 4);
        answered(session.id(), 0, 60);
        assertThat(current(session.id()).answeredAt()).isEqualTo(BEGUN.plusSeconds(3));
    }

    @Test
    default void ofManyAnswersTheEarliestIsTheFirst() throws Exception {
        var session = inserted(session(1));
        Together.run(16, number -> {
            answered(session.id(), 0, 16 - number);
            return true;
        });
        assertThat(current(session.id())).isEqualTo(grant(0).answered(BEGUN.plusSeconds(1)));
    }

    @Test
    default void theNextGrantIsStillToBeAnswered() {
        var session = inserted(session(1));
        answered(session.id(), 0, 3);
        sessions().rotate(session.id(), grant(0).refreshTokenHash(), grant(1));
        assertThat(current(session.id())).isEqualTo(grant(1));
        answered(session.id(), 1, 5);
        assertThat(current(session.id())).isEqualTo(grant(1).answered(BEGUN.plusSeconds(5)));
    }

    @Test
    default void theAnswerOfAnotherGrantIsNotThatOfTheCurrentOne() {
        var session = inserted(session(1));
        sessions().rotate(session.id(), grant(0).refreshTokenHash(), grant(1));
        answered(session.id(), 0, 3);
        answered(session.id(), 2, 3);
        assertThat(current(session.id())).isEqualTo(grant(1));
    }
}
