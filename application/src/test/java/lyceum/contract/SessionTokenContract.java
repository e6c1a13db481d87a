package lyceum.contract;

import static lyceum.contract.SessionFixture.grant;
import static lyceum.contract.SessionFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens are revoked one by one. */
public interface SessionTokenContract extends SessionFixture {

    @Test
    default void aRevokedTokenStandsNoMoreAndAllElseDoes() {
        var session = inserted(session(1));
        var other = inserted(session(2));
        sessions().revokeToken(session.id(), "revoked");
        assertThat(sessions().stands(session.id(), "revoked")).isFalse();
        assertThat(sessions().stands(session.id(), "revoke")).isTrue();
        assertThat(sessions().stands(other.id(), "revoked")).isTrue();
        assertThat(sessions().find(session.id())).contains(session);
        assertThat(current(session.id())).isEqualTo(grant(0));
    }

    @Test
    default void itStaysRevoked() {
        var session = inserted(session(1));
        sessions().revokeToken(session.id(), "revoked");
        sessions().revokeToken(session.id(), "another");
        sessions().revokeToken(session.id(), "revoked");
        assertThat(sessions().rotate(session.id(), grant(0).refreshTokenHash(), grant(1))).isTrue();
        sessions().touch(Map.of(session.id(), BEGUN.plusSeconds(1)));
        assertThat(sessions().stands(session.id(), "revoked")).isFalse();
        assertThat(sessions().stands(session.id(), "another")).isFalse();
        assertThat(sessions().stands(session.id(), grant(1).accessTokenId())).isTrue();
    }

    @Test
    default void manyAreRevokedAtOnce() throws Exception {
        var session = inserted(session(1));
        Together.run(16, number -> {
            sessions().revokeToken(session.id(), "token " + number);
            return true;
        });
        assertThat(Together.run(16, number -> sessions().stands(session.id(), "token " + number)))
                .containsOnly(false);
        assertThat(sessions().stands(session.id(), "token 16")).isTrue();
    }
}
