package lyceum.contract;

import static lyceum.contract.SessionFixture.grant;
import static lyceum.contract.SessionFixture.session;
import static lyceum.contract.SessionFixture.sessionId;
import static lyceum.contract.UserFixture.user;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Revocation;
import lyceum.domain.identity.Revocation.OfAccount;
import lyceum.domain.identity.Revocation.OfEverybody;
import lyceum.domain.identity.Revocation.OfSession;
import lyceum.domain.identity.Revocation.OfToken;
import lyceum.domain.identity.RevocationFeed;
import lyceum.domain.identity.RevocationFeed.Position;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.User;
import org.junit.jupiter.api.Test;

/**
 * What every {@link RevocationFeed} must pass: nothing that was revoked is missed. {@code -Dlyceum.seed} repeats the writers'
 * choices.
 */
public interface RevocationFeedContract extends UserFixture, SessionFixture {

    /** Of the users and sessions of this test. */
    RevocationFeed feed();

    /** A place that the store cannot go on from any more. */
    Position forgotten();

    private RevocationReader reader() {
        return RevocationReader.since(feed(), Duration.ZERO);
    }

    private static OfAccount change(User user) {
        return new OfAccount(user.id(), user.authority());
    }

    @Test
    default void whatIsEndedOrRevokedIsTold() {
        inserted(session(1));
        inserted(session(2));
        var reader = reader();
        sessions().end(sessionId(1));
        assertThat(reader.read()).contains(new OfSession(sessionId(1)));
        revoked(sessionId(2), "one");
        revoked(sessionId(2), "other");
        assertThat(reader.read()).contains(new OfToken("one"), new OfToken("other"));
    }

    @Test
    default void everyChangeOfAnAccountIsTold() {
        var user = inserted(user(1, Role.ADMIN));
        var reader = reader();
        user = replaced(user, user.withRole(Role.STUDENT));
        assertThat(reader.read()).contains(change(user));
        user = replaced(user, user.withState(AccountState.DISABLED));
        assertThat(reader.read()).contains(change(user));
        user = replaced(user, user.withState(AccountState.ACTIVE));
        user = replaced(user, user.signedOutEverywhere());
        assertThat(reader.read()).contains(change(user));
        user = replaced(user, user.deleted());
        assertThat(reader.read()).contains(change(user));
    }

    @Test
    default void everybodysEpochIsInEveryAnswer() {
        assertThat(feed().since(Duration.ZERO).revocations()).contains(new OfEverybody(0));
        var reader = reader();
        assertThat(reader.read()).contains(new OfEverybody(0));
        users().beginEpochOfEverybody();
        assertThat(reader.read()).contains(new OfEverybody(1));
        assertThat(reader.read()).contains(new OfEverybody(1));
        assertThat(feed().since(Duration.ZERO).revocations()).contains(new OfEverybody(1));
        assertThat(feed().after(new Position("?")).revocations()).contains(new OfEverybody(1));
    }

    @Test
    default void ofWhatGoesOnNothingIsTold() {
        var reader = reader();
        inserted(session(1));
        sessions().rotate(sessionId(1), grant(0).refreshTokenHash(), grant(1));
        sessions().touch(Map.of(sessionId(1), BEGUN.plusSeconds(9)));
        sessions().end(sessionId(9));
        revoked(sessionId(9), "of no session");
        assertThat(reader.read()).containsOnly(new OfEverybody(0));
    }

    @Test
    default void theEndOfASessionIsToldAlsoWhenATokenOfItWasRevoked() {
        inserted(session(1));
        var reader = reader();
        revoked(sessionId(1), "token");
        sessions().end(sessionId(1));
        assertThat(reader.read()).contains(new OfSession(sessionId(1)));
    }

    /** Whoever lost an answer asks for it again. */
    @Test
    default void anOldPlaceIsAsGoodAsTheLast() {
        List.of(1, 2, 3).forEach(number -> inserted(session(number)));
        var reader = reader();
        var start = reader.position();
        sessions().end(sessionId(1));
        reader.read();
        var middle = reader.position();
        sessions().end(sessionId(2));
        reader.read();
        sessions().end(sessionId(3));
        assertThat(RevocationReader.after(feed(), middle).knows(new OfSession(sessionId(2)))).isTrue();
        assertThat(RevocationReader.after(feed(), middle).knows(new OfSession(sessionId(3)))).isTrue();
        assertThat(RevocationReader.after(feed(), start).knows(new OfSession(sessionId(1)))).isTrue();
        assertThat(reader.read()).contains(new OfSession(sessionId(3)));
    }

    @Test
    default void itBeginsWithWhatWasRevokedBefore() {
        var user = inserted(user(1, Role.ADMIN));
        inserted(session(1));
        inserted(session(2));
        user = replaced(user, user.withState(AccountState.DISABLED));
        sessions().end(sessionId(1));
        revoked(sessionId(2), "token");
        users().beginEpochOfEverybody();
        for (var ago : List.of(Duration.ofMinutes(1), SessionRepository.MEMORY)) {
            assertThat(feed().since(ago).gap()).isFalse();
            assertThat(feed().since(ago).revocations()).contains(
                    change(user), new OfSession(sessionId(1)), new OfToken("token"), new OfEverybody(1));
        }
        var reader = RevocationReader.since(feed(), Duration.ofMinutes(1));
        sessions().end(sessionId(2));
        assertThat(reader.read()).contains(new OfSession(sessionId(2)));
    }

    @Test
    default void afterWhatIsForgottenThereIsAGapAndThenItGoesOn() {
        var lost = feed().after(forgotten());
        assertThat(lost.gap()).isTrue();
        inserted(session(1));
        sessions().end(sessionId(1));
        Revocation ended = new OfSession(sessionId(1));
        assertThat(RevocationReader.after(feed(), lost.last()).knows(ended)).isTrue();
        assertThat(RevocationReader.since(feed(), Duration.ofMinutes(1)).knows(ended)).isTrue();
    }

    @Test
    default void aPlaceOfNoFeedIsAGap() {
        for (var nonsense : List.of("", "?", "poll:", "poll:1:2:z", "-1", "1", "0:-1", "9999999999999999999")) {
            var answer = feed().after(new Position(nonsense));
            assertThat(answer.gap()).as(nonsense).isTrue();
            assertThat(feed().after(answer.last()).gap()).as(nonsense).isFalse();
        }
    }

    @Test
    default void nothingIsMissedWhileManyRevoke() throws Exception {
        var seed = Long.getLong("lyceum.seed", ThreadLocalRandom.current().nextLong());
        new RevocationRace(users(), sessions(), reader(), seed).run();
    }
}
