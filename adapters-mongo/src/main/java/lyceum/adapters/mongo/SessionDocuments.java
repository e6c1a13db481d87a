package lyceum.adapters.mongo;

import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
import org.jspecify.annotations.Nullable;

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
        var document = new Document(SessionFields.HASH, grant.refreshTokenHash())
                .append(SessionFields.SEAL, grant.seal())
                .append(SessionFields.ACCESS_TOKEN, grant.accessTokenId())
                .append(SessionFields.ISSUED_AT, date(grant.issuedAt()));
        return grant.answeredAt() == null
                ? document
                : document.append(SessionFields.ANSWERED_AT, date(grant.answeredAt()));
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

    /** None without a seal: the refresh token is one of before there were any, and of a form that nobody knows any more. */
    static Optional<Family> family(Document document) {
        var grant = requireNonNull(document.get(SessionFields.GRANT, Document.class));
        return grant.containsKey(SessionFields.SEAL)
                ? Optional.of(new Family(session(document), grant(grant)))
                : Optional.empty();
    }

    private static Grant grant(Document document) {
        var stored = new Stored(document);
        var answered = document.getDate(SessionFields.ANSWERED_AT);
        return new Grant(
                stored.text(SessionFields.HASH),
                stored.text(SessionFields.SEAL),
                stored.text(SessionFields.ACCESS_TOKEN),
                stored.instant(SessionFields.ISSUED_AT),
                answered == null ? null : answered.toInstant());
    }

    static Document revokedToken(String id, Instant expiresAt) {
        return new Document(SessionFields.TOKEN, id).append(SessionFields.EXPIRES_AT, date(expiresAt));
    }

    /** The ids; what is none is passed over. */
    static List<String> revokedTokens(Document document) {
        return document.get(SessionFields.REVOKED_TOKENS) instanceof List<?> all
                ? all.stream().flatMap(SessionDocuments::tokenId).toList()
                : List.of();
    }

    private static Stream<String> tokenId(@Nullable Object entry) {
        return switch (entry) {
            case String id -> Stream.of(id);
            case Document token when token.get(SessionFields.TOKEN) instanceof String id -> Stream.of(id);
            case null, default -> Stream.empty();
        };
    }
}
