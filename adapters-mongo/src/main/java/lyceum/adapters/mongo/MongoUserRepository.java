package lyceum.adapters.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import java.util.Optional;
import java.util.function.Function;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.identity.UserRepository;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;

final class MongoUserRepository implements UserRepository {

    private final Prepared<UserDocuments> users;

    MongoUserRepository(Prepared<UserDocuments> users) {
        this.users = users;
    }

    @Override
    public Optional<User> find(UserId id) {
        return ask(all -> all.findById(new ObjectId(id.value()))).map(UserDocument::user);
    }

    @Override
    public Optional<User> findByEmail(Email email) {
        return ask(all -> all.findByEmail(email.value())).map(UserDocument::user);
    }

    @Override
    public boolean insert(User user) {
        return ask(all -> {
            try {
                all.save(UserDocument.of(user));
                return true;
            } catch (RuntimeException e) {
                if (isTaken(e)) {
                    return false;
                }
                throw e;
            }
        });
    }

    @Override
    public boolean anyOf(Role role) {
        return ask(all -> all.existsByRole(Names.of(role)));
    }

    /** Micronaut Data wraps what the driver throws. */
    private static boolean isTaken(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> false;
            case MongoWriteException e -> e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
            default -> isTaken(failure.getCause());
        };
    }

    private <T> T ask(Function<UserDocuments, T> question) {
        return Outages.translated(() -> question.apply(users.get()), AccountsUnavailable::new);
    }
}
