package lyceum.contract;

import static lyceum.contract.SessionFixture.grant;
import static lyceum.contract.SessionFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import lyceum.domain.identity.SessionId;
import org.junit.jupiter.api.Test;

/** What is ended stays so. */
public interface SessionEndContract extends SessionFixture {

    private void assertThatItIsOver(SessionId id) {
        assertThat(sessions().find(id)).isEmpty();
        assertThat(sessions().family(id)).isEmpty();
        assertThat(sessions().stands(id, grant(0).accessTokenId())).isFalse();
        assertThat(sessions().stands(id, "any token")).isFalse();
        assertThat(sessions().of(SOMEBODY, BEGUN)).isEmpty();
    }

    @Test
    default void aSessionEndsOnce() {
        var session = inserted(session(1));
        assertThat(sessions().end(session.id())).isTrue();
        assertThatItIsOver(session.id());
        assertThat(sessions().end(session.id())).isFalse();
        assertThatItIsOver(session.id());
    }

    @Test
    default void otherSessionsGoOn() {
        var one = inserted(session(1));
        var other = inserted(session(2));
        sessions().end(one.id());
        assertThat(sessions().of(SOMEBODY, BEGUN)).containsExactly(other);
        assertThat(sessions().stands(other.id(), "any token")).isTrue();
    }

    @Test
    default void nothingBringsItBack() {
        var session = inserted(session(1));
        sessions().end(session.id());
        assertThat(sessions().rotate(session.id(), grant(0).refreshTokenHash(), grant(1))).isFalse();
        sessions().answered(session.id(), grant(0).refreshTokenHash(), BEGUN);
        sessions().touch(Map.of(session.id(), BEGUN.plusSeconds(1)));
        assertThat(revoked(session.id(), "token")).isTrue();
        assertThatItIsOver(session.id());
        assertThat(sessions().end(session.id())).isFalse();
    }

    @Test
    default void ofManyWhoEndItOneIsToldSo() throws Exception {
        var session = inserted(session(1));
        assertThat(Together.run(16, _ -> sessions().end(session.id()))).containsOnlyOnce(true);
    }

    @Test
    default void whoRotatesAndTouchesMeanwhileDoesNotKeepItAlive() throws Exception {
        for (var round = 1; round <= 10; round++) {
            var session = inserted(session(round));
            Together.run(9, number -> switch (number % 3) {
                case 0 -> sessions().end(session.id());
                case 1 -> sessions().rotate(session.id(), grant(0).refreshTokenHash(), grant(number));
                default -> touched(session.id(), number);
            });
            assertThatItIsOver(session.id());
        }
    }

    private boolean touched(SessionId id, int number) {
        sessions().touch(Map.of(id, BEGUN.plusSeconds(number)));
        return true;
    }
}
