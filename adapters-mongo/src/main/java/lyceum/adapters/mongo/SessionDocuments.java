package lyceum.adapters.mongo;

import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Family;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.Session;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.UserId;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/** Turns sessions into documents and documents into sessions. */
final class SessionDocuments {

    /** A session without its grant. On the embedded server a projection also is what makes a read atomic. */
    static final Bson SESSION = include(
            SessionFields.USER,
            SessionFields.ACCOUNT_EPOCH,
            SessionFields.EVERYBODYS_EPOCH,
            SessionFields.CLIENT,
            SessionFields.CREATED_AT,
            SessionFields.LAST_SEEN_AT,
            SessionFields.EXPIRES_AT,
            SessionFields.ENDED);

    static final Bson FAMILY = fields(SESSION, include(SessionFields.GRANT));

    private SessionDocuments() {}

    static ObjectId objectId(SessionId id) {
        return new ObjectId(id.value());
    }

    static BsonDateTime date(Instant moment) {
        return new BsonDateTime(moment.toEpochMilli());
    }

    static Document document(Session session, Grant first) {
        return new Document(Fields.ID, objectId(session.id()))
                .append(SessionFields.USER, new ObjectId(session.user().value()))
                .append(SessionFields.ACCOUNT_EPOCH, session.epoch().account())
                .append(SessionFields.EVERYBODYS_EPOCH, session.epoch().everybody())
                .append(SessionFields.CLIENT, session.client())
                .append(SessionFields.CREATED_AT, date(session.createdAt()))
                .append(SessionFields.LAST_SEEN_AT, date(session.lastSeenAt()))
                .append(SessionFields.EXPIRES_AT, date(session.expiresAt()))
                .append(SessionFields.GRANT, document(first));
    }

    static Document document(Grant grant) {
        return new Document(SessionFields.HASH, grant.refreshTokenHash())
                .append(SessionFields.NUMBER, grant.number())
                .append(SessionFields.ACCESS_TOKEN, grant.accessTokenId())
                .append(SessionFields.ISSUED_AT, date(grant.issuedAt()));
    }

    static boolean goesOn(Document document) {
        return !document.containsKey(SessionFields.ENDED);
    }

    static Session session(Document document) {
        var stored = new Stored(document);
        return new Session(
                new SessionId(stored.id()),
                new UserId(requireNonNull(stored.reference(SessionFields.USER))),
                new Epoch(
                        stored.whole(SessionFields.ACCOUNT_EPOCH, 0),
                        stored.whole(SessionFields.EVERYBODYS_EPOCH, 0)),
                stored.text(SessionFields.CLIENT),
                stored.instant(SessionFields.CREATED_AT),
                stored.instant(SessionFields.LAST_SEEN_AT),
                stored.instant(SessionFields.EXPIRES_AT));
    }

    static Family family(Document document) {
        var grant = new Stored(requireNonNull(document.get(SessionFields.GRANT, Document.class)));
        return new Family(
                session(document),
                new Grant(
                        grant.text(SessionFields.HASH),
                        Math.toIntExact(grant.whole(SessionFields.NUMBER, 0)),
                        grant.text(SessionFields.ACCESS_TOKEN),
                        grant.instant(SessionFields.ISSUED_AT)));
    }
}
