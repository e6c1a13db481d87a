package lyceum.fake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.identity.UserRepository;

/** Accounts in a map. */
public final class InMemoryUserRepository implements UserRepository {

    private final Map<UserId, User> users = new LinkedHashMap<>();

    @Override
    public synchronized Optional<User> find(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public synchronized Optional<User> findByEmail(Email email) {
        return users.values().stream().filter(user -> user.email().equals(email)).findFirst();
    }

    @Override
    public synchronized boolean insert(User user) {
        return findByEmail(user.email()).isEmpty() && users.putIfAbsent(user.id(), user) == null;
    }

    @Override
    public synchronized boolean anyOf(Role role) {
        return users.values().stream().anyMatch(user -> user.role() == role);
    }
}
