package lyceum.contract;

import static lyceum.contract.SessionFixture.grant;
import static lyceum.contract.SessionFixture.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.SessionRepository;
import org.junit.jupiter.api.Test;

/** Tokens are revoked one by one. */
public interface SessionTokenContract extends SessionFixture {

    @Test
    default void aRevokedTokenStandsNoMoreAndAllElseDoes() {
        var session = inserted(session(1));
        var other = inserted(session(2));
        revoked(session.id(), "revoked");
        assertThat(sessions().stands(session.id(), "revoked")).isFalse();
        assertThat(sessions().stands(session.id(), "revoke")).isTrue();
        assertThat(sessions().stands(other.id(), "revoked")).isTrue();
        assertThat(sessions().find(session.id())).contains(session);
        assertThat(current(session.id())).isEqualTo(grant(0));
    }

    @Test
    default void itStaysRevoked() {
        var session = inserted(session(1));
        revoked(session.id(), "revoked");
        revoked(session.id(), "another");
        revoked(session.id(), "revoked");
        assertThat(sessions().rotate(session.id(), grant(0).refreshTokenHash(), grant(1))).isTrue();
        sessions().touch(Map.of(session.id(), BEGUN.plusSeconds(1)));
        assertThat(sessions().stands(session.id(), "revoked")).isFalse();
        assertThat(sessions().stands(session.id(), "another")).isFalse();
        assertThat(sessions().stands(session.id(), grant(1).accessTokenId())).isTrue();
    }

    @Test
    default void manyAreRevokedAtOnce() throws Exception {
        var session = inserted(session(1));
        assertThat(Together.run(16, number -> revoked(session.id(), "token " + number))).containsOnly(true);
        assertThat(Together.run(16, number -> sessions().stands(session.id(), "token " + number)))
                .containsOnly(false);
        assertThat(sessions().stands(session.id(), "token 16")).isTrue();
    }

    private boolean stands(SessionId id, String token) {
        return sessions().stands(id, token);
    }

    /** As many as there can be. */
    private void revokeAll(SessionId id) {
        var places =
                IntStream.range(0, SessionRepository.MOST_REVOKED).mapToObj(number -> revoked(id, "token " + number));
        assertThat(places).hasSize(100).containsOnly(true);
    }

    @Test
    default void thereIsAPlaceForAHundredAndTheSessionGoesOn() {
        var session = inserted(session(1));
        revokeAll(session.id());
        assertThat(revoked(session.id(), "one more")).isFalse();
        assertThat(stands(session.id(), "one more")).isTrue();
        assertThat(IntStream.range(0, 100)).noneMatch(number -> stands(session.id(), "token " + number));
        assertThat(sessions().find(session.id())).contains(session);
        assertThat(revoked(inserted(session(2)).id(), "of another session")).isTrue();
    }

    @Test
    default void whatIsRevokedNeedsNoPlace() {
        var session = inserted(session(1));
        revokeAll(session.id());
        assertThat(revoked(session.id(), "token 0")).isTrue();
        assertThat(revoked(session.id(), "token 99")).isTrue();
        sessions().end(session.id());
        assertThat(revoked(session.id(), "one more")).isTrue();
    }

    @Test
    default void ofManyAtOnceAHundredFindAPlace() throws Exception {
        var session = inserted(session(1));
        var places = Together.run(120, number -> revoked(session.id(), "token " + number));
        assertThat(places.stream().filter(place -> place)).hasSize(100);
        assertThat(IntStream.range(0, 120)).allMatch(
                number -> stands(session.id(), "token " + number) != places.get(number));
    }

    /** A grant that takes the current one's place at the moment. */
    private void rotateAt(SessionId id, Instant moment) {
        var current = current(id);
        var next = new Grant("hash at " + moment, current.seal(), "token at " + moment, moment, null);
        assertThat(sessions().rotate(id, current.refreshTokenHash(), next)).isTrue();
    }

    @Test
    default void aRotationForgetsWhatHasExpiredAWhileAgo() {
        var id = inserted(session(1)).id();
        sessions().revokeToken(id, "early", TOKENS_EXPIRE.minusSeconds(1));
        sessions().revokeToken(id, "late", TOKENS_EXPIRE);
        rotateAt(id, TOKENS_EXPIRE.plus(SessionRepository.SLACK).minusSeconds(1));
        assertThat(stands(id, "early")).isFalse();
        rotateAt(id, TOKENS_EXPIRE.plus(SessionRepository.SLACK));
        assertThat(stands(id, "early")).as("forgotten").isTrue();
        assertThat(stands(id, "late")).isFalse();
        rotateAt(id, TOKENS_EXPIRE.plus(SessionRepository.SLACK).plusMillis(1));
        assertThat(stands(id, "late")).as("forgotten").isTrue();
    }

    @Test
    default void whatIsForgottenLeavesItsPlaceToOthers() {
        var id = inserted(session(1)).id();
        revokeAll(id);
        rotateAt(id, TOKENS_EXPIRE.plus(SessionRepository.SLACK).plusMillis(1));
        assertThat(revoked(id, "one more")).isTrue();
        assertThat(stands(id, "one more")).isFalse();
    }
}
