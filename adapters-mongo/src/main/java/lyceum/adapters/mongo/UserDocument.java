package lyceum.adapters.mongo;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import org.bson.types.ObjectId;

/** An account as it is stored. Its text form hides it, for it may end up in a message of the libraries that carry it. */
@MappedEntity(UserDocument.COLLECTION)
record UserDocument(
        @Id ObjectId id,
        @MappedProperty("email") String email,
        @MappedProperty("name") String name,
        @MappedProperty("role") String role,
        @MappedProperty("password_hash") String passwordHash,
        @MappedProperty("created_at") Instant createdAt,
        @MappedProperty("version") long version) {

    static final String COLLECTION = "users";

    static UserDocument of(User user) {
        return new UserDocument(
                new ObjectId(user.id().value()),
                user.email().value(),
                user.name(),
                Names.of(user.role()),
                user.passwordHash().value(),
                user.createdAt(),
                user.version());
    }

    User user() {
        return new User(
                new UserId(id.toHexString()),
                new Email(email),
                name,
                Names.parse(Role.class, role),
                new PasswordHash(passwordHash),
                createdAt,
                version);
    }

    @Override
    public String toString() {
        return "UserDocument[" + id + "]";
    }
}
