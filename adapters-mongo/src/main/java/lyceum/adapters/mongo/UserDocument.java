package lyceum.adapters.mongo;

import static com.mongodb.client.model.Projections.include;
import static java.util.Objects.requireNonNull;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * An account as we write it, read by Micronaut Data; one that this does not fit is read by {@link UserReader}. Its text form
 * hides it, for it may end up in a message of the libraries that carry it.
 *
 * @param state null of an account from before there were states: it is active
 * @param epoch null of an account from before there were epochs: it is in the first. A number, which is not left to Micronaut
 *     to be made of what is none.
 * @param version the same
 */
@MappedEntity(UserDocument.COLLECTION)
record UserDocument(
        @Id ObjectId id,
        @MappedProperty(EMAIL) String email,
        @MappedProperty(NAME) String name,
        @MappedProperty(ROLE) String role,
        @MappedProperty(STATE) @Nullable String state,
        @MappedProperty(PASSWORD_HASH) String passwordHash,
        @MappedProperty(CREATED_AT) Instant createdAt,
        @MappedProperty(EPOCH) @Nullable Object epoch,
        @MappedProperty(VERSION) @Nullable Object version) {

    static final String COLLECTION = "users";

    static final String EMAIL = "email";
    static final String NAME = "name";
    static final String ROLE = "role";
    static final String STATE = "state";
    static final String PASSWORD_HASH = "password_hash";
    static final String CREATED_AT = "created_at";
    static final String EPOCH = "epoch";
    static final String VERSION = "version";
    /** When it was written last, by the server's clock: for {@link MongoRevocationFeed}. */
    static final String CHANGED_AT = "changed_at";

    /** On the embedded server a projection also is what makes a read atomic. */
    static final Bson WHOLE = include(EMAIL, NAME, ROLE, STATE, PASSWORD_HASH, CREATED_AT, EPOCH, VERSION);

    /** Throws something if it does not fit. */
    User user() {
        return new User(
                new UserId(id.toHexString()),
                new Email(email),
                requireNonNull(name),
                Names.parse(Role.class, role),
                state == null ? AccountState.ACTIVE : Names.parse(AccountState.class, state),
                new PasswordHash(requireNonNull(passwordHash)),
                requireNonNull(createdAt),
                UserReader.whole(epoch).orElseThrow(),
                UserReader.whole(version).orElseThrow());
    }

    @Override
    public String toString() {
        return "UserDocument[" + id + "]";
    }
}
