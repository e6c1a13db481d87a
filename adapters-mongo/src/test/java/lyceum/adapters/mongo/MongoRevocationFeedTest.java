package lyceum.adapters.mongo;

import static lyceum.contract.SessionFixture.session;
import static lyceum.contract.SessionFixture.sessionId;
import static lyceum.contract.UserFixture.user;
import static lyceum.contract.UserFixture.userId;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lyceum.contract.RevocationFeedContract;
import lyceum.contract.RevocationReader;
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
import lyceum.domain.identity.UserRepository;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MongoRevocationFeedTest implements RevocationFeedContract {

    @RegisterExtension
    static final Mongo MONGO = new Mongo();

    @Override
    public UserRepository users() {
        return MONGO.bean(UserRepository.class);
    }

    @Override
    public SessionRepository sessions() {
        return MONGO.bean(SessionRepository.class);
    }

    @Override
    public RevocationFeed feed() {
        return MONGO.bean(RevocationFeed.class);
    }

    @Override
    public Position forgotten() {
        return at(Instant.now().minus(SessionRepository.MEMORY));
    }

    private static Position at(Instant time) {
        return new Position("poll:" + time.toEpochMilli() + ':' + time.toEpochMilli() + ":0");
    }

    private static Document stamped(Object id) {
        return new Document("_id", id).append("changed_at", SessionDocuments.date(Instant.now()));
    }

    @Test
    void whatIsStampedLateIsFoundByTheNextPoll() {
        inserted(session(1));
        var reader = RevocationReader.since(feed(), Duration.ZERO);
        MONGO.collection(Accounts.SESSIONS).updateOne(
                Filters.eq("_id", new ObjectId(sessionId(1).value())),
                Updates.combine(
                        Updates.set("ended", true),
                        Updates.set("revoked_at", SessionDocuments.date(Instant.now().minusMillis(1_900)))));
        assertThat(reader.read()).contains(new OfSession(sessionId(1)));
    }

    @Test
    void aClockThatWasSetBackMakesAGap() {
        assertThat(feed().after(at(Instant.now().plusSeconds(3))).gap()).isTrue();
        assertThat(feed().after(at(Instant.now())).gap()).isFalse();
    }

    @Test
    void aBeginningBeforeWhatIsRememberedIsAGap() {
        assertThat(feed().since(SessionRepository.MEMORY).gap()).isFalse();
        assertThat(feed().since(SessionRepository.MEMORY.plusSeconds(1)).gap()).isTrue();
        assertThat(feed().after(at(Instant.now().minus(SessionRepository.MEMORY).plusSeconds(60))).gap()).isFalse();
    }

    @Test
    void anAccountWithoutStateAndEpochIsActiveInTheFirst() {
        var reader = RevocationReader.since(feed(), Duration.ZERO);
        var user = stamped(new ObjectId(userId(1).value())).append("role", "admin").append("version", 4);
        MONGO.collection(UserDocument.COLLECTION).insertOne(user);
        var admin = user(1, Role.ADMIN).authority();
        assertThat(reader.read()).hasSize(2).anySatisfy(told -> assertThat(told)
                .isInstanceOfSatisfying(OfAccount.class, it -> assertThat(it.authority())
                        .usingRecursiveComparison().ignoringFields("version").isEqualTo(admin)));
    }

    /** The other accounts' revocations must not wait for it to be repaired. */
    @Test
    void anAccountThatCannotBeReadLetsNobodyIn() {
        var reader = RevocationReader.since(feed(), Duration.ZERO);
        var unreadable = stamped(new ObjectId(userId(1).value())).append("role", "emperor").append("version", 1L);
        MONGO.collection(UserDocument.COLLECTION).insertOne(unreadable);
        var other = inserted(user(2, Role.ADMIN));
        assertThat(reader.read())
                .contains(new OfAccount(other.id(), other.authority()))
                .anyMatch(told -> told instanceof OfAccount(var id, var authority)
                        && id.equals(userId(1))
                        && !authority.isActive());
    }

    @Test
    void whatIsNoAccountIsOverlooked() {
        var reader = RevocationReader.since(feed(), Duration.ZERO);
        MONGO.collection(UserDocument.COLLECTION).insertOne(stamped("no account of ours").append("email", "x"));
        Revocation nothing = new OfEverybody(0);
        assertThat(reader.read()).containsOnly(nothing);
    }

    /** It can be no session of ours; whatever is said of tokens counts. */
    @Test
    void aSessionThatAnotherProgramMadeHoldsUpNothing() {
        var reader = RevocationReader.since(feed(), Duration.ZERO);
        for (Object id : List.of("made by another program", 5, new Document("a", 1))) {
            MONGO.collection(Accounts.SESSIONS).insertOne(revoked(id).append("revoked_tokens", List.of("token " + id)));
        }
        inserted(session(1));
        sessions().end(sessionId(1));
        assertThat(reader.read()).contains(
                new OfSession(sessionId(1)),
                new OfToken("token made by another program"),
                new OfToken("token 5"),
                new OfToken("token Document{{a=1}}"));
    }

    @Test
    void ofRevokedTokensWhatNamesNoneIsPassedOver() {
        var reader = RevocationReader.since(feed(), Duration.ZERO);
        var entries = new ArrayList<@Nullable Object>(List.of(5, true, List.of("no")));
        entries.add(null);
        entries.addAll(List.of(new Document("id", 7), new Document("a", "no"), new Document("id", "one"), "two"));
        MONGO.collection(Accounts.SESSIONS).insertMany(List.of(
                revoked(new ObjectId(sessionId(1).value())).append("revoked_tokens", entries),
                revoked(new ObjectId(sessionId(2).value())).append("revoked_tokens", "no list")));
        assertThat(reader.read()).containsExactlyInAnyOrder(
                new OfToken("one"),
                new OfToken("two"),
                new OfSession(sessionId(1)),
                new OfSession(sessionId(2)),
                new OfEverybody(0));
    }

    private static Document revoked(Object id) {
        return new Document("_id", id)
                .append("ended", true)
                .append("revoked_at", SessionDocuments.date(Instant.now()));
    }

    @Test
    void anAccountThatWasJustOpenedIsToldToo() {
        var reader = RevocationReader.since(feed(), Duration.ZERO);
        var user = inserted(user(1, Role.STUDENT));
        assertThat(reader.read()).contains(new OfAccount(user.id(), user.authority()));
        assertThat(user.state()).isEqualTo(AccountState.ACTIVE);
    }
}
