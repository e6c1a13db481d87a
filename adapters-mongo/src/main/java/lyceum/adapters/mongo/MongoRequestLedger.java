package lyceum.adapters.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.IndexOptions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import lyceum.domain.idempotency.KeyedRequest;
import lyceum.domain.idempotency.LedgerUnavailable;
import lyceum.domain.idempotency.Reply;
import lyceum.domain.idempotency.RequestLedger;
import lyceum.domain.idempotency.Turn;
import org.bson.Document;

/** One document per key, and every write goes to one that is still as it was seen. */
final class MongoRequestLedger implements RequestLedger {

    static final String COLLECTION = "idempotency";

    /** After so many, others have been at the same request all the while. */
    private static final int ATTEMPTS = 10;

    private final Prepared<MongoCollection<Document>> requests;

    MongoRequestLedger(Prepared<MongoCollection<Document>> requests) {
        this.requests = requests;
    }

    static void prepare(MongoCollection<Document> requests) {
        var inHands = new Document(Fields.ID, 1).append(RequestDocument.TURN, 1);
        var expiry = new Document(RequestDocument.EXPIRES_AT, 1);
        requests.createIndexes(List.of(
                new IndexModel(inHands, new IndexOptions().unique(true)),
                new IndexModel(expiry, new IndexOptions().expireAfter(0L, TimeUnit.SECONDS))));
        // Not every server lets an index do that.
        requests.deleteMany(Filters.lt(RequestDocument.EXPIRES_AT, RequestDocument.date(Instant.now())));
    }

    @Override
    public Turn begin(KeyedRequest request, Instant now) {
        return ask(all -> {
            for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
                var turn = attempt(all, request, now);
                if (turn.isPresent()) {
                    return turn.get();
                }
            }
            return new Turn.Running();
        });
    }

    /** Nothing if the document changed meanwhile. */
    private static Optional<Turn> attempt(MongoCollection<Document> all, KeyedRequest request, Instant now) {
        var first = RequestDocument.first(request);
        if (inserted(all, RequestDocument.begun(request, first, now))) {
            return Optional.of(first);
        }
        var found = all.find(Filters.eq(Fields.ID, request.key())).projection(RequestDocument.WHOLE).first();
        if (found == null) {
            return Optional.empty();
        }
        var noted = new RequestDocument(found);
        if (noted.isOver(now)) {
            all.deleteOne(noted.asSeen());
            return Optional.empty();
        }
        return noted.answer(request, now).or(() -> takenUp(all, noted.last(), now));
    }

    private static boolean inserted(MongoCollection<Document> all, Document request) {
        try {
            all.insertOne(request);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private static Optional<Turn> takenUp(MongoCollection<Document> all, Turn.Begun last, Instant now) {
        var next = new Turn.Begun(last.key(), last.seed(), last.number() + 1);
        var taken = all.updateOne(RequestDocument.inHandsOf(last), RequestDocument.takenUp(next, now));
        return taken.getMatchedCount() == 1 ? Optional.of(next) : Optional.empty();
    }

    @Override
    public void complete(Turn.Begun turn, Reply reply) {
        ask(all -> all.updateOne(RequestDocument.inHandsOf(turn), RequestDocument.done(reply)));
    }

    @Override
    public void release(Turn.Begun turn) {
        ask(all -> all.deleteOne(RequestDocument.inHandsOf(turn)));
    }

    @Override
    public void suspend(Turn.Begun turn) {
        ask(all -> all.updateOne(RequestDocument.inHandsOf(turn), RequestDocument.suspended()));
    }

    private <T> T ask(Function<MongoCollection<Document>, T> question) {
        return Outages.translated(() -> question.apply(requests.get()), LedgerUnavailable::new);
    }
}
