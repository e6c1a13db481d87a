package lyceum.adapters.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.type;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import lyceum.domain.identity.User;
import org.bson.BsonDateTime;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;

/**
 * Every write of an account is one update of one document, stamped by the server's clock. Only an update can ask for that, so an
 * insertion is one too, that finds nothing. What other programs have added is left alone.
 */
final class UserUpdates {

    /** No account has it. */
    private static final long NO_VERSION = -1;

    private UserUpdates() {}

    /** Where the id or the address is taken, the server refuses it as a duplicate. */
    static UpdateOneModel<Document> insertion(User user) {
        return new UpdateOneModel<>(
                at(user, NO_VERSION), stamped("$setOnInsert", user), new UpdateOptions().upsert(true));
    }

    static UpdateOneModel<Document> replacement(User user, long replaced) {
        return new UpdateOneModel<>(at(user, replaced), stamped("$set", user));
    }

    private static Bson at(User user, long version) {
        return and(eq(Fields.ID, new ObjectId(user.id().value())), isOf(version));
    }

    /** What has no version is in the first of all. */
    private static Bson isOf(long version) {
        if (version == UserReader.UNREADABLE) {
            return and(
                    not(type(UserDocument.VERSION, BsonType.INT32)), not(type(UserDocument.VERSION, BsonType.INT64)));
        }
        return version == 0
                ? in(UserDocument.VERSION, 0L, null)
                : eq(UserDocument.VERSION, version);
    }

    private static Document stamped(String operator, User user) {
        var fields = new Document(UserDocument.NAME, user.name())
                .append(UserDocument.ROLE, Names.of(user.role()))
                .append(UserDocument.STATE, Names.of(user.state()))
                .append(UserDocument.PASSWORD_HASH, user.passwordHash().value())
                .append(UserDocument.CREATED_AT, new BsonDateTime(user.createdAt().toEpochMilli()))
                .append(UserDocument.EPOCH, user.epoch())
                .append(UserDocument.VERSION, user.version());
        if (!UserReader.standsIn(user.email())) {
            fields.append(UserDocument.EMAIL, user.email().value());
        }
        return new Document(operator, fields).append("$currentDate", new Document(UserDocument.CHANGED_AT, true));
    }
}
