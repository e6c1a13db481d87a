package lyceum.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Family;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.SessionRepository;
import lyceum.domain.identity.UserId;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** One document per session, so that every change is atomic without a transaction. */
final class MongoSessionRepository implements SessionRepository {

    private static final int MOST_OF_ONE_USER = 100;

    static final Bson LAST_SEEN_FIRST = new Document(SessionFields.LAST_SEEN_AT, -1);

    private final Prepared<Accounts> accounts;

    MongoSessionRepository(Prepared<Accounts> accounts) {
        this.accounts = accounts;
    }

    @Override
    public void insert(Session session, Grant first) {
        ask(all -> all.insertOne(SessionDocuments.document(session, first)));
    }

    @Override
    public Optional<Session> find(SessionId id) {
        return find(id, SessionDocuments.SESSION).map(SessionDocuments::session);
    }

    @Override
    public Optional<Family> family(SessionId id) {
        return find(id, SessionDocuments.FAMILY).flatMap(SessionDocuments::family);
    }

    @Override
    public boolean stands(SessionId id, String accessTokenId) {
        return find(id, include(SessionFields.ENDED, SessionFields.REVOKED_TOKENS))
                .map(SessionDocuments::revokedTokens)
                .filter(revoked -> !revoked.contains(accessTokenId))
                .isPresent();
    }

    private Optional<Document> find(SessionId id, Bson projection) {
        var found = ask(all -> all.find(SessionUpdates.at(id)).projection(projection).into(new ArrayList<>()));
        return found.stream().filter(SessionDocuments::goesOn).findFirst();
    }

    @Override
    public List<Session> of(UserId user, Instant now) {
        var found = ask(all -> all.find(goingOn(user, now))
                .projection(SessionDocuments.SESSION)
                .sort(LAST_SEEN_FIRST)
                .limit(MOST_OF_ONE_USER)
                .into(new ArrayList<>()));
        return found.stream().map(SessionDocuments::session).toList();
    }

    /** What was ended has no user. */
    static Bson goingOn(UserId user, Instant now) {
        return and(
                eq(SessionFields.USER, new ObjectId(user.value())),
                gte(SessionFields.EXPIRES_AT, SessionDocuments.date(now)));
    }

    @Override
    public boolean rotate(SessionId id, String refreshTokenHash, Grant next) {
        return ask(all -> SingleWrite.isStored(all, SessionUpdates.rotation(id, refreshTokenHash, next)));
    }

    @Override
    public void answered(SessionId id, String refreshTokenHash, Instant at) {
        ask(all -> SingleWrite.isStored(all, SessionUpdates.answer(id, refreshTokenHash, at)));
    }

    @Override
    public boolean end(SessionId id) {
        var options = new FindOneAndUpdateOptions()
                .returnDocument(ReturnDocument.BEFORE)
                .projection(include(SessionFields.ENDED));
        var before = ask(
                all -> Optional.ofNullable(all.findOneAndUpdate(SessionUpdates.at(id), SessionUpdates.END, options)));
        return before.filter(SessionDocuments::goesOn).isPresent();
    }

    @Override
    public boolean revokeToken(SessionId id, String accessTokenId, Instant expiresAt) {
        return ask(all -> SingleWrite.isStored(all, SessionUpdates.revocation(id, accessTokenId, expiresAt)))
                || !stands(id, accessTokenId);
    }

    @Override
    public void touch(Map<SessionId, Instant> seen) {
        if (!seen.isEmpty()) {
            var touches = seen.entrySet().stream()
                    .map(each -> SessionUpdates.touch(each.getKey(), each.getValue()))
                    .toList();
            ask(all -> all.bulkWrite(touches, new BulkWriteOptions().ordered(false)));
        }
    }

    private <T> T ask(Function<MongoCollection<Document>, T> question) {
        return Outages.translated(() -> question.apply(accounts.get().sessions()), AccountsUnavailable::new);
    }
}
