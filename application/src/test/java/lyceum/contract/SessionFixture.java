package lyceum.contract;

import static lyceum.contract.UserFixture.userId;

import java.time.Duration;
import java.time.Instant;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.UserId;

/** What the contracts of {@link SessionRepository} need. */
public interface SessionFixture {

    /** Far from now, or a store might think of some session that it expired long ago. */
    Instant BEGUN = Instant.parse("2100-02-03T04:05:06.789Z");

    Duration LIFE = Duration.ofDays(30);
    Instant TOKENS_EXPIRE = BEGUN.plusSeconds(900);

    UserId SOMEBODY = userId(0xa);
    UserId SOMEBODY_ELSE = userId(0xb);

    /** Empty at the beginning of every test, and the same one throughout it. */
    SessionRepository sessions();

    static SessionId sessionId(int number) {
        return new SessionId("%024x".formatted(number));
    }

    static Session session(int number, UserId user, Instant expiresAt) {
        var client = "Žofie's 李 telephone";
        return new Session(sessionId(number), user, new Epoch(3, 2), client, BEGUN, BEGUN, expiresAt);
    }

    static Session session(int number) {
        return session(number, SOMEBODY, BEGUN.plus(LIFE));
    }

    /** The one that comes after so many others. */
    static Grant grant(int number) {
        return grant("hash " + number, number);
    }

    static Grant grant(String hash, int number) {
        return new Grant(hash, "seal", "token of " + hash, BEGUN.plusMillis(number), null);
    }

    default Session inserted(Session session) {
        sessions().insert(session, grant(0));
        return session;
    }

    /** Whether there was a place for it. */
    default boolean revoked(SessionId id, String accessTokenId) {
        return sessions().revokeToken(id, accessTokenId, TOKENS_EXPIRE);
    }

    /** The one that counts. */
    default Grant current(SessionId id) {
        return sessions().family(id).orElseThrow().current();
    }
}
