package lyceum.adapters.mongo;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalLong;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Authority;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.validation.InvalidInput;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

/**
 * Reads accounts as other programs may have written them. What an account may do is read as a whole: if a part of it means
 * nothing the account is disabled, for nobody is let in by guessing. Of the rest, what cannot be read has a stand-in.
 */
final class UserReader {

    /**
     * Stands for a number that cannot be read: higher than any that there was, so that it outranks what is known of the account,
     * and what follows it, once it is repaired, outranks this.
     */
    static final long UNREADABLE = 1L << 40;

    /** The domain is reserved (RFC 2606). */
    private static final String NO_ADDRESS = "@unreadable.invalid";

    /** No password has this hash. */
    private static final String NO_HASH = "-";

    private UserReader() {}

    /** None if the id is not one that an account can have. */
    static Optional<UserId> id(Document document) {
        return document.get(Fields.ID) instanceof ObjectId id
                ? Optional.of(new UserId(id.toHexString()))
                : Optional.empty();
    }

    static Optional<User> user(Document document) {
        return id(document).map(id -> user(id, document));
    }

    private static User user(UserId id, Document document) {
        var authority = authority(document);
        return new User(
                id,
                email(document, id),
                text(document, UserDocument.NAME, ""),
                authority.role(),
                authority.state(),
                new PasswordHash(text(document, UserDocument.PASSWORD_HASH, NO_HASH)),
                createdAt(document, id),
                authority.epoch(),
                authority.version());
    }

    static Authority authority(Document document) {
        var role = constant(document, UserDocument.ROLE, Role.class);
        var state = state(document);
        var epoch = whole(document.get(UserDocument.EPOCH));
        var version = whole(document.get(UserDocument.VERSION));
        if (role == null || state == null || epoch.isEmpty() || version.isEmpty()) {
            return new Authority(
                    Role.STUDENT,
                    state == AccountState.DELETED ? state : AccountState.DISABLED,
                    epoch.orElse(UNREADABLE),
                    version.orElse(UNREADABLE));
        }
        return new Authority(role, state, epoch.getAsLong(), version.getAsLong());
    }

    /** An account from before there were states is active. */
    private static @Nullable AccountState state(Document document) {
        return document.get(UserDocument.STATE) == null
                ? AccountState.ACTIVE
                : constant(document, UserDocument.STATE, AccountState.class);
    }

    private static <E extends Enum<E>> @Nullable E constant(Document document, String field, Class<E> type) {
        try {
            return Names.parse(type, text(document, field, ""));
        } catch (IllegalArgumentException unknown) {
            return null;
        }
    }

    /** Any type of number will do; what is missing is zero. */
    static OptionalLong whole(@Nullable Object stored) {
        try {
            return switch (stored) {
                case null -> OptionalLong.of(0);
                case Decimal128 decimal -> OptionalLong.of(decimal.bigDecimalValue().longValueExact());
                case Number number -> OptionalLong.of(new BigDecimal(number.toString()).longValueExact());
                default -> OptionalLong.empty();
            };
        } catch (ArithmeticException | NumberFormatException notWhole) {
            return OptionalLong.empty();
        }
    }

    private static String text(Document document, String field, String unreadable) {
        return document.get(field) instanceof String text ? text : unreadable;
    }

    private static Email email(Document document, UserId id) {
        try {
            return new Email(text(document, UserDocument.EMAIL, ""));
        } catch (InvalidInput noAddress) {
            return new Email(id + NO_ADDRESS);
        }
    }

    /** Whether it is in place of one that cannot be read. */
    static boolean standsIn(Email email) {
        return email.value().endsWith(NO_ADDRESS);
    }

    /** If nothing else says so, the id does. */
    private static Instant createdAt(Document document, UserId id) {
        return document.get(UserDocument.CREATED_AT) instanceof Date date
                ? date.toInstant()
                : Instant.ofEpochSecond(new ObjectId(id.value()).getTimestamp());
    }
}
