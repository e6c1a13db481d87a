package lyceum.adapters.mongo;

import static lyceum.contract.SessionFixture.session;
import static lyceum.contract.UserFixture.user;
import static lyceum.contract.UserFixture.userId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.mongodb.client.FindIterable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lyceum.contract.SessionFixture;
import lyceum.contract.UserFixture;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.UserRepository;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AccountIndexesTest implements UserFixture, SessionFixture {

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

    @BeforeEach
    void fill() {
        IntStream.rangeClosed(1, 20).forEach(number -> {
            inserted(user(number, Role.STUDENT));
            inserted(session(number));
        });
    }

    private static List<Document> indexes(String collection) {
        return MONGO.collection(collection).listIndexes().into(new ArrayList<>());
    }

    private static Document index(String collection, Document key) {
        return indexes(collection).stream()
                .filter(index -> index.get("key", Document.class).keySet().equals(key.keySet()))
                .findFirst()
                .orElseThrow();
    }

    private static FindIterable<Document> users(Bson filter) {
        return MONGO.collection(UserDocument.COLLECTION).find(filter);
    }

    private static FindIterable<Document> sessions(Bson filter) {
        return MONGO.collection(Accounts.SESSIONS).find(filter);
    }

    @Test
    void theyAreMadeOnceAndAgainWithoutHarm() {
        var ofUsers = indexes(UserDocument.COLLECTION);
        var ofSessions = indexes(Accounts.SESSIONS);
        new Accounts(MONGO.database()).prepare();
        assertThat(indexes(UserDocument.COLLECTION)).isEqualTo(ofUsers).hasSize(5);
        assertThat(indexes(Accounts.SESSIONS)).isEqualTo(ofSessions).hasSize(5);
    }

    @Test
    void whatTheFeedAsksForHasOne() {
        assertThat(index(UserDocument.COLLECTION, new Document("changed_at", 1))).isNotEmpty();
        assertThat(index(Accounts.SESSIONS, new Document("revoked_at", 1))).containsEntry("sparse", true);
    }

    @Test
    void sessionsAreForgottenByTheServer() {
        var index = index(Accounts.SESSIONS, new Document("expires_at", 1));
        assertThat(index.get("expireAfterSeconds", Number.class).longValue())
                .isEqualTo(SessionRepository.MEMORY.toSeconds());
    }

    @Test
    void theServerNeitherScansNorSorts() {
        assumeTrue(MONGO.isReal(), "the embedded server explains nothing: set MONGO_URI");
        for (var question : List.of(
                users(MongoRevocationFeed.changedSince(Instant.now())),
                users(MongoUserRepository.active(Role.STUDENT)),
                users(MongoUserRepository.listed(null, Role.STUDENT)).sort(MongoUserRepository.IN_ORDER),
                users(MongoUserRepository.listed(userId(3), null)).sort(MongoUserRepository.IN_ORDER),
                sessions(MongoRevocationFeed.revokedSince(Instant.now())),
                sessions(MongoSessionRepository.goingOn(SOMEBODY, BEGUN))
                        .sort(MongoSessionRepository.LAST_SEEN_FIRST))) {
            assertThat(Plan.stages(question.explain())).contains("IXSCAN").doesNotContain("COLLSCAN", "SORT");
        }
    }
}
