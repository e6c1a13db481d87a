package lyceum.fake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.identity.UserRepository;
import org.jspecify.annotations.Nullable;

/** Accounts whose methods fail or wait as a test says, and are counted. A caller that is held waits on its own thread. */
public final class FaultyUserRepository implements UserRepository {

    public enum Operation {
        FIND,
        FIND_BY_EMAIL,
        FIND_ALL,
        INSERT,
        REPLACE,
        ANY_OF,
        ANY_OTHER_OF,
        LIST,
        EPOCH_OF_EVERYBODY,
        BEGIN_EPOCH_OF_EVERYBODY
    }

    private final UserRepository users;
    private final Faults<Operation> faults = new Faults<>(
            Operation.class,
            operation -> new AccountsUnavailable(new IllegalStateException("injected at " + operation)));

    public FaultyUserRepository(UserRepository users) {
        this.users = users;
    }

    /** What the test programs. */
    public Faults<Operation> faults() {
        return faults;
    }

    @Override
    public Optional<User> find(UserId id) {
        return faults.ask(Operation.FIND, () -> users.find(id));
    }

    @Override
    public Optional<User> findByEmail(Email email) {
        return faults.ask(Operation.FIND_BY_EMAIL, () -> users.findByEmail(email));
    }

    @Override
    public List<User> findAll(Collection<UserId> ids) {
        return faults.ask(Operation.FIND_ALL, () -> users.findAll(ids));
    }

    @Override
    public boolean insert(User user) {
        return faults.ask(Operation.INSERT, () -> users.insert(user));
    }

    @Override
    public boolean replace(User user, long replaced) {
        return faults.ask(Operation.REPLACE, () -> users.replace(user, replaced));
    }

    @Override
    public boolean anyOf(Role role) {
        return faults.ask(Operation.ANY_OF, () -> users.anyOf(role));
    }

    @Override
    public boolean anyOtherOf(Role role, UserId user) {
        return faults.ask(Operation.ANY_OTHER_OF, () -> users.anyOtherOf(role, user));
    }

    @Override
    public List<User> list(@Nullable UserId after, int limit, @Nullable Role role) {
        return faults.ask(Operation.LIST, () -> users.list(after, limit, role));
    }

    @Override
    public long epochOfEverybody() {
        return faults.ask(Operation.EPOCH_OF_EVERYBODY, () -> users.epochOfEverybody());
    }

    @Override
    public long beginEpochOfEverybody() {
        return faults.ask(Operation.BEGIN_EPOCH_OF_EVERYBODY, () -> users.beginEpochOfEverybody());
    }
}
