package lyceum.adapters.mongo;

import static lyceum.adapters.mongo.SessionDocuments.date;
import static lyceum.adapters.mongo.SessionDocuments.objectId;

import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.List;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.SessionRepository;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Every write of a session is one update of one document.
 *
 * <p>An end takes away all that told of somebody, and the grant with it, so that no rotation finds its hash; its revoked tokens
 * too, which stand no more than any other of the session's. What is left tells the feed of the end and hinders nobody from
 * forgetting it: it expires at that moment, and what expired is kept for {@link SessionRepository#MEMORY}. The moment is the
 * server's, whose clock also decides when that is over. So whenever a session is ended, shortly before its time or after, it is
 * remembered for long enough; and a token that was revoked does not outlive its session.
 */
final class SessionUpdates {

    private static final List<String> TAKEN_AWAY = List.of(
            SessionFields.USER,
            SessionFields.ACCOUNT_EPOCH,
            SessionFields.EVERYBODYS_EPOCH,
            SessionFields.CLIENT,
            SessionFields.CREATED_AT,
            SessionFields.LAST_SEEN_AT,
            SessionFields.GRANT,
            SessionFields.REVOKED_TOKENS);

    /** There is one if there are as many revoked tokens as there may be. */
    private static final String LAST_REVOKED_TOKEN =
            SessionFields.REVOKED_TOKENS + '.' + (SessionRepository.MOST_REVOKED - 1);

    static final Bson END = end();

    private SessionUpdates() {}

    private static Bson end() {
        var unset = new Document();
        TAKEN_AWAY.forEach(field -> unset.append(field, ""));
        var now = new Document(SessionFields.EXPIRES_AT, true).append(SessionFields.REVOKED_AT, true);
        return new Document("$set", new Document(SessionFields.ENDED, true))
                .append("$unset", unset)
                .append("$currentDate", now);
    }

    static Bson at(SessionId id) {
        return new Document(Fields.ID, objectId(id));
    }

    static UpdateOneModel<Document> rotation(SessionId id, String refreshTokenHash, Grant next) {
        return new UpdateOneModel<>(
                current(id, refreshTokenHash),
                new Document("$set", new Document(SessionFields.GRANT, SessionDocuments.document(next)))
                        .append("$max", new Document(SessionFields.LAST_SEEN_AT, date(next.issuedAt())))
                        .append("$pull", new Document(SessionFields.REVOKED_TOKENS, expiredAt(next.issuedAt()))));
    }

    /** Ids that stand alone never expire. */
    private static Document expiredAt(Instant now) {
        var expiry = new Document("$lt", date(now.minus(SessionRepository.SLACK)));
        return new Document(SessionFields.EXPIRES_AT, expiry);
    }

    static UpdateOneModel<Document> answer(SessionId id, String refreshTokenHash, Instant at) {
        return new UpdateOneModel<>(
                current(id, refreshTokenHash),
                new Document("$min", new Document(SessionFields.GRANT_ANSWERED_AT, date(at))));
    }

    /** Just these two fields, for the embedded server finds them in an index only if the query names no others. */
    private static Document current(SessionId id, String refreshTokenHash) {
        return new Document(Fields.ID, objectId(id)).append(SessionFields.REFRESH_HASH, refreshTokenHash);
    }

    /** Finds nothing where there is no place for another. */
    static UpdateOneModel<Document> revocation(SessionId id, String accessTokenId, Instant expiresAt) {
        var none = new Document("$exists", false);
        var token = SessionDocuments.revokedToken(accessTokenId, expiresAt);
        return new UpdateOneModel<>(
                new Document(Fields.ID, objectId(id))
                        .append(SessionFields.ENDED, none)
                        .append(LAST_REVOKED_TOKEN, none),
                new Document("$addToSet", new Document(SessionFields.REVOKED_TOKENS, token))
                        .append("$currentDate", new Document(SessionFields.REVOKED_AT, true)));
    }

    /** What has ended stays so, whatever else is written to it. */
    static UpdateOneModel<Document> touch(SessionId id, Instant seen) {
        return new UpdateOneModel<>(at(id), new Document("$max", new Document(SessionFields.LAST_SEEN_AT, date(seen))));
    }
}
