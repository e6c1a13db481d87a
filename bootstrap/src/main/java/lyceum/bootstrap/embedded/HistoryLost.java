package lyceum.bootstrap.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;

/**
 * A client asks for changes that are not known any more, as after every restart. That is in order, so it becomes a reply and
 * must not come out of the backend: the server would log it as its own failure.
 */
final class HistoryLost extends MongoServerError {

    private static final long serialVersionUID = 1L;

    HistoryLost() {
        super(286, "ChangeStreamHistoryLost", "The place to go on from is not in the history any more");
    }

    Document reply() {
        return new Document("ok", 0.0)
                .append("errmsg", getMessageWithoutErrorCode())
                .append("code", getCode())
                .append("codeName", getCodeName());
    }
}
