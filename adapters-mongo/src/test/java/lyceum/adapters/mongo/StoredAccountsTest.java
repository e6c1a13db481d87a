package lyceum.adapters.mongo;

import static lyceum.contract.SessionFixture.grant;
import static lyceum.contract.SessionFixture.session;
import static lyceum.contract.SessionFixture.sessionId;
import static lyceum.contract.UserFixture.OPENED;
import static lyceum.contract.UserFixture.user;
import static lyceum.contract.UserFixture.userId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import lyceum.contract.SessionFixture;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Revocation.OfToken;
import lyceum.domain.identity.RevocationFeed;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.UserRepository;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents of accounts and sessions as they are stored, as they were stored before, and as other programs change them. */
class StoredAccountsTest implements SessionFixture {

    @RegisterExtension
    static final Mongo MONGO = new Mongo();

    private final UserRepository users = MONGO.bean(UserRepository.class);

    @Override
    public SessionRepository sessions() {
        return MONGO.bean(SessionRepository.class);
    }

    private static Document stored(String collection) {
        return MONGO.collection(collection).find().into(new ArrayList<>()).getFirst();
    }

    private static Instant moment(Document document, String field) {
        return document.getDate(field).toInstant();
    }

    private static Instant serverTime() {
        return new ServerClock(MONGO.database()).read().time();
    }

    /** As it was before there were states and epochs; numbers may be of any type. */
    private static Document old(int number, String role) {
        return new Document("_id", new ObjectId(userId(number).value()))
                .append("email", "user" + number + "@example.org")
                .append("name", "Žofie")
                .append("role", role)
                .append("password_hash", "$argon2id$")
                .append("created_at", SessionDocuments.date(OPENED))
                .append("version", 1)
                .append("erp", new Document("number", 5));
    }

    @Test
    void anAccountOfBeforeIsActiveAndInTheFirstEpoch() {
        MONGO.collection(UserDocument.COLLECTION).insertOne(old(1, "admin"));
        var user = users.find(userId(1)).orElseThrow();
        assertThat(user.state()).isEqualTo(AccountState.ACTIVE);
        assertThat(user.epoch()).isZero();
        assertThat(user.version()).isEqualTo(1);
        assertThat(users.findByEmail(user.email())).contains(user);
        assertThat(users.anyOf(Role.ADMIN)).isTrue();
        assertThat(users.anyOtherOf(Role.ADMIN, userId(2))).isTrue();
        assertThat(users.list(null, 9, Role.ADMIN)).containsExactly(user);
        assertThat(users.insert(user(1, Role.STUDENT))).isFalse();
    }

    @Test
    void itIsChangedLikeAnyOtherAndKeepsWhatIsOfOthers() {
        MONGO.collection(UserDocument.COLLECTION).insertOne(old(1, "admin"));
        var user = users.find(userId(1)).orElseThrow();
        var changed = user.signedOutEverywhere();
        assertThat(users.replace(changed, user.version())).isTrue();
        assertThat(users.find(userId(1))).contains(changed);
        assertThat(stored(UserDocument.COLLECTION))
                .containsEntry("erp", new Document("number", 5))
                .containsEntry("state", "active")
                .containsEntry("epoch", 1L)
                .containsEntry("version", 2L);
    }

    @Test
    void everyWriteOfAnAccountHasTheTimeOfTheServer() {
        var before = serverTime();
        var user = user(1, Role.STUDENT);
        users.insert(user);
        var inserted = moment(stored(UserDocument.COLLECTION), "changed_at");
        assertThat(inserted).isBetween(before, serverTime());
        var between = serverTime();
        users.replace(user.withRole(Role.ADMIN), 1);
        assertThat(moment(stored(UserDocument.COLLECTION), "changed_at")).isBetween(between, serverTime());
    }

    @Test
    void aSessionIsStoredWithHashesAndWithoutTokens() {
        inserted(session(1));
        var document = stored(Accounts.SESSIONS);
        assertThat(document).containsOnlyKeys(
                "_id",
                "user",
                "account_epoch",
                "everybodys_epoch",
                "client",
                "created_at",
                "last_seen_at",
                "expires_at",
                "grant");
        assertThat(document.get("grant", Document.class)).isEqualTo(new Document("hash", "hash 0")
                .append("seal", "seal")
                .append("access_token", "token of hash 0")
                .append("issued_at", document.getDate("created_at")));
    }

    @Test
    void aHashThatDoesNotCountAnyMoreIsNotKept() {
        inserted(session(1));
        sessions().rotate(sessionId(1), "hash 0", grant(1));
        assertThat(stored(Accounts.SESSIONS).toJson()).contains("hash 1").doesNotContain("hash 0");
    }

    @Test
    void ofWhatWasEndedLittleIsLeft() {
        inserted(session(1));
        revoked(sessionId(1), "token");
        sessions().end(sessionId(1));
        assertThat(stored(Accounts.SESSIONS)).containsOnlyKeys("_id", "expires_at", "ended", "revoked_at");
        revoked(sessionId(1), "another");
        assertThat(stored(Accounts.SESSIONS)).doesNotContainKey("revoked_tokens");
    }

    /** Whichever is later: its time that had come already, or had been far away. */
    @Test
    void itIsForgottenSoLongAfterItsEnd() {
        for (var expiry : List.of(serverTime().plus(Duration.ofDays(30)), serverTime().minusSeconds(60))) {
            inserted(session(1, SOMEBODY, expiry));
            var before = serverTime();
            sessions().end(sessionId(1));
            var document = stored(Accounts.SESSIONS);
            assertThat(moment(document, "expires_at")).isBetween(before, serverTime());
            assertThat(moment(document, "revoked_at")).isBetween(before, serverTime());
            MONGO.collection(Accounts.SESSIONS).deleteMany(new Document());
        }
    }

    @Test
    void aTokenIsRevokedByTheTimeOfTheServerAndItsSessionKeepsItsEnd() {
        inserted(session(1));
        var before = serverTime();
        revoked(sessionId(1), "token");
        var document = stored(Accounts.SESSIONS);
        assertThat(moment(document, "revoked_at")).isBetween(before, serverTime());
        assertThat(moment(document, "expires_at")).isCloseTo(BEGUN.plus(LIFE), within(0, ChronoUnit.MILLIS));
    }

    @Test
    void aRevokedTokenIsStoredWithItsExpiry() {
        inserted(session(1));
        revoked(sessionId(1), "token");
        revoked(sessionId(1), "token");
        var token = new Document("id", "token").append("expires_at", Date.from(TOKENS_EXPIRE));
        assertThat(stored(Accounts.SESSIONS)).containsEntry("revoked_tokens", List.of(token));
    }

    @Test
    void revokedTokensThatOthersStoredCountAndWhatIsNoneIsPassedOver() {
        inserted(session(1));
        var foreign = Arrays.asList("of others", 7, null, new Document("id", 8), new Document(), List.of("x"));
        MONGO.collection(Accounts.SESSIONS).updateMany(new Document(), Updates.set("revoked_tokens", foreign));
        revoked(sessionId(1), "token");
        for (var number = 0; number < 2; number++) {
            assertThat(sessions().stands(sessionId(1), "of others")).isFalse();
            assertThat(sessions().stands(sessionId(1), "token")).isFalse();
            assertThat(sessions().stands(sessionId(1), "x")).isTrue();
            assertThat(MONGO.bean(RevocationFeed.class).since(Duration.ofMinutes(1)).revocations())
                    .containsOnlyOnce(new OfToken("of others"), new OfToken("token"))
                    .filteredOn(told -> told instanceof OfToken)
                    .hasSize(2);
            assertThat(sessions().rotate(sessionId(1), "hash " + number, grant(number + 1))).isTrue();
        }
    }

    @Test
    void whatIsNoExpiredTokenStaysThroughARotation() {
        inserted(session(1));
        MONGO.collection(Accounts.SESSIONS).updateMany(
                new Document(), Updates.set("revoked_tokens", Arrays.asList("of others", 7, null)));
        sessions().revokeToken(sessionId(1), "token", BEGUN.minusSeconds(3_600));
        sessions().rotate(sessionId(1), "hash 0", grant(1));
        assertThat(stored(Accounts.SESSIONS)).containsEntry("revoked_tokens", Arrays.asList("of others", 7, null));
    }

    /** Its token cannot be shown to be one, so who has it signs in again. */
    @Test
    void aSessionOfBeforeThereWereSealsCannotBeRefreshed() {
        inserted(session(1));
        MONGO.collection(Accounts.SESSIONS).updateMany(
                new Document(), Updates.combine(Updates.unset("grant.seal"), Updates.set("grant.number", 4)));
        assertThat(sessions().family(sessionId(1))).isEmpty();
        assertThat(sessions().find(sessionId(1))).contains(session(1));
    }

    /** Of which the server takes care itself, if it can. */
    @Test
    void whatWasOverLongAgoIsForgottenAtTheStart() {
        var memory = serverTime().minus(SessionRepository.MEMORY);
        inserted(session(1, SOMEBODY, memory.minusSeconds(60)));
        inserted(session(2, SOMEBODY, memory.plusSeconds(60)));
        inserted(session(3));
        sessions().end(sessionId(3));
        new Accounts(MONGO.database()).prepare();
        assertThat(MONGO.collection(Accounts.SESSIONS).find())
                .extracting(document -> document.getObjectId("_id").toHexString())
                .containsExactlyInAnyOrder(sessionId(2).value(), sessionId(3).value());
    }

    @Test
    void aTouchLeavesNothingOfWhatIsNotThere() {
        sessions().touch(Map.of(sessionId(1), BEGUN));
        assertThat(MONGO.collection(Accounts.SESSIONS).find()).isEmpty();
    }

    @Test
    void theTextFormOfAnAccountHidesIt() {
        var document = new UserDocument(
                new ObjectId(userId(1).value()), "a@example.org", "A", "admin", null, "$argon2id$", OPENED, null, 1);
        assertThat(document.toString()).isEqualTo("UserDocument[" + userId(1) + "]");
        assertThat(new Stored(new Document("_id", 1).append("hash", "secret")).toString()).doesNotContain("secret");
    }
}
