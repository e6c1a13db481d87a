package lyceum.adapters.mongo;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import lyceum.domain.idempotency.KeyedRequest;
import lyceum.domain.idempotency.Reply;
import lyceum.domain.idempotency.RequestLedger;
import lyceum.domain.idempotency.Turn;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/**
 * A request as it is noted. The one field {@code turn} tells in whose hands it is, and is gone when the request is done: to
 * write only if that is so still, a query names it and the id, and no more, for the embedded server finds just these in an
 * index.
 */
record RequestDocument(Document document) {

    static final String TURN = "turn";
    static final String EXPIRES_AT = "expires_at";

    /** All but what the others tell, too. On the embedded server a projection also is what makes a read atomic. */
    static final Bson WHOLE = Projections.exclude(TURN);

    private static final String FINGERPRINT = "fingerprint";
    private static final String SEED = "seed";
    private static final String NUMBER = "number";
    private static final String LEASED_UNTIL = "leased_until";
    private static final String REPLY = "reply";
    private static final String STATUS = "status";
    private static final String HEADERS = "headers";
    private static final String BODY = "body";

    static Turn.Begun first(KeyedRequest request) {
        return new Turn.Begun(request.key(), new ObjectId().toHexString(), 1);
    }

    static Document begun(KeyedRequest request, Turn.Begun turn, Instant now) {
        return new Document(Fields.ID, turn.key())
                .append(FINGERPRINT, request.fingerprint())
                .append(SEED, turn.seed())
                .append(NUMBER, turn.number())
                .append(TURN, name(turn))
                .append(LEASED_UNTIL, date(now.plus(RequestLedger.LEASE)))
                .append(EXPIRES_AT, date(now.plus(RequestLedger.MEMORY)));
    }

    static Bson inHandsOf(Turn.Begun turn) {
        return new Document(Fields.ID, turn.key()).append(TURN, name(turn));
    }

    static Bson takenUp(Turn.Begun turn, Instant now) {
        return combine(
                set(NUMBER, turn.number()),
                set(TURN, name(turn)),
                set(LEASED_UNTIL, date(now.plus(RequestLedger.LEASE))),
                set(EXPIRES_AT, date(now.plus(RequestLedger.MEMORY))));
    }

    static Bson done(Reply reply) {
        var kept = new Document(STATUS, reply.status())
                .append(HEADERS, new Document(new HashMap<>(reply.headers())))
                .append(BODY, reply.body());
        return combine(set(REPLY, kept), unset(TURN));
    }

    static Bson suspended() {
        return set(LEASED_UNTIL, date(Instant.EPOCH));
    }

    static BsonDateTime date(Instant time) {
        return new BsonDateTime(time.toEpochMilli());
    }

    private static String name(Turn.Begun turn) {
        return turn.seed() + '.' + turn.number();
    }

    boolean isOver(Instant now) {
        return !now.isBefore(stored().instant(EXPIRES_AT));
    }

    /** Finds it only if nobody has begun it anew. */
    Bson asSeen() {
        return new Document(Fields.ID, document.get(Fields.ID)).append(EXPIRES_AT, document.get(EXPIRES_AT));
    }

    /** What it lets one do who comes with the request; nothing if he may take it up. */
    Optional<Turn> answer(KeyedRequest request, Instant now) {
        if (!stored().text(FINGERPRINT).equals(request.fingerprint())) {
            return Optional.of(new Turn.Other());
        }
        var reply = document.get(REPLY, Document.class);
        if (reply != null) {
            return Optional.of(new Turn.Done(reply(new Stored(reply))));
        }
        return now.isBefore(stored().instant(LEASED_UNTIL)) ? Optional.of(new Turn.Running()) : Optional.empty();
    }

    /** The turn that was begun last. */
    Turn.Begun last() {
        return new Turn.Begun(document.getString(Fields.ID), stored().text(SEED), (int) stored().whole(NUMBER, 1));
    }

    private Stored stored() {
        return new Stored(document);
    }

    private static Reply reply(Stored reply) {
        var headers = new HashMap<String, String>();
        reply.document().get(HEADERS, new Document()).forEach(
                (name, value) -> headers.put(name, Objects.toString(value)));
        return new Reply((int) reply.whole(STATUS, 0), headers, reply.text(BODY));
    }
}
