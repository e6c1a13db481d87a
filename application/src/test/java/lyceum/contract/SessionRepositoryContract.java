package lyceum.contract;

import static lyceum.contract.SessionFixture.grant;
import static lyceum.contract.SessionFixture.session;
import static lyceum.contract.SessionFixture.sessionId;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lyceum.domain.identity.Family;
import lyceum.domain.identity.SessionRepository;
import org.junit.jupiter.api.Test;

/** What every {@link SessionRepository} must pass. */
public interface SessionRepositoryContract
        extends
            SessionRotationContract,
            SessionAnswerContract,
            SessionEndContract,
            SessionTokenContract,
            SessionListContract {

    @Test
    default void whatIsInsertedIsFound() {
        var session = inserted(session(1));
        assertThat(sessions().find(session.id())).contains(session);
        assertThat(sessions().family(session.id())).contains(new Family(session, grant(0)));
        assertThat(sessions().stands(session.id(), "any token")).isTrue();
    }

    @Test
    default void whatIsInsertedMayHaveBeenAnswered() {
        var answered = grant(0).answered(BEGUN.plusSeconds(1));
        sessions().insert(session(1), answered);
        assertThat(current(sessionId(1))).isEqualTo(answered);
    }

    @Test
    default void sessionsAreApart() {
        var one = inserted(session(1));
        var other = session(2, SOMEBODY_ELSE, BEGUN);
        sessions().insert(other, grant("another", 7));
        assertThat(sessions().family(one.id())).contains(new Family(one, grant(0)));
        assertThat(sessions().family(other.id())).contains(new Family(other, grant("another", 7)));
    }

    @Test
    default void whatIsNotThereIsNotFoundAndNothingBringsItForth() {
        var id = sessionId(9);
        inserted(session(1));
        assertThat(sessions().rotate(id, grant(0).refreshTokenHash(), grant(1))).isFalse();
        assertThat(sessions().end(id)).isFalse();
        sessions().answered(id, grant(0).refreshTokenHash(), BEGUN);
        assertThat(revoked(id, "token")).isTrue();
        sessions().touch(Map.of(id, BEGUN.plusSeconds(1)));
        assertThat(sessions().find(id)).isEmpty();
        assertThat(sessions().family(id)).isEmpty();
        assertThat(sessions().stands(id, "another token")).isFalse();
        assertThat(sessions().of(SOMEBODY, BEGUN)).containsExactly(session(1));
    }
}
