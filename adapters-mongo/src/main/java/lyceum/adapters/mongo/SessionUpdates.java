package lyceum.adapters.mongo;

import static lyceum.adapters.mongo.SessionDocuments.date;
import static lyceum.adapters.mongo.SessionDocuments.objectId;

import com.mongodb.client.model.UpdateOneModel;
import java.time.Instant;
import java.util.List;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.SessionId;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Every write of a session is one update of one document.
 *
 * <p>An end takes away all that told of somebody, and the grant with it, so that no rotation finds its hash. What is left tells
 * the feed of the end and hinders nobody from forgetting it: it expires at that moment, and what expired is kept for {@link
 * lyceum.domain.identity.SessionRepository#MEMORY}. The moment is the server's, whose clock also decides when that is over. So
 * whenever a session is ended, shortly before its time or after, it is remembered for long enough; and a token that was revoked
 * does not outlive its session.
 */
final class SessionUpdates {

    private static final List<String> TAKEN_AWAY = List.of(
            SessionFields.USER,
            SessionFields.ACCOUNT_EPOCH,
            SessionFields.EVERYBODYS_EPOCH,
            SessionFields.CLIENT,
            SessionFields.CREATED_AT,
            SessionFields.LAST_SEEN_AT,
            SessionFields.GRANT);

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

    /** Just these two fields, for the embedded server finds them in an index only if the query names no others. */
    static UpdateOneModel<Document> rotation(SessionId id, String refreshTokenHash, Grant next) {
        return new UpdateOneModel<>(
                new Document(Fields.ID, objectId(id)).append(SessionFields.REFRESH_HASH, refreshTokenHash),
                new Document("$set", new Document(SessionFields.GRANT, SessionDocuments.document(next)))
                        .append("$max", new Document(SessionFields.LAST_SEEN_AT, date(next.issuedAt()))));
    }

    static UpdateOneModel<Document> revocation(SessionId id, String accessTokenId) {
        return new UpdateOneModel<>(
                at(id),
                new Document("$addToSet", new Document(SessionFields.REVOKED_TOKENS, accessTokenId))
                        .append("$currentDate", new Document(SessionFields.REVOKED_AT, true)));
    }

    /** What has ended stays so, whatever else is written to it. */
    static UpdateOneModel<Document> touch(SessionId id, Instant seen) {
        return new UpdateOneModel<>(at(id), new Document("$max", new Document(SessionFields.LAST_SEEN_AT, date(seen))));
    }
}
