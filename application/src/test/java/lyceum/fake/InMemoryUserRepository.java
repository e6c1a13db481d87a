package lyceum.fake;

import static java.util.Comparator.comparing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lyceum.domain.identity.AccountState;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Revocation;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import lyceum.domain.identity.UserRepository;
import org.jspecify.annotations.Nullable;

/** Accounts in a map. */
public final class InMemoryUserRepository implements UserRepository {

    private final Map<UserId, User> users = new TreeMap<>(comparing(UserId::value));
    private final List<Revocation> revocations = new ArrayList<>();
    private long epochOfEverybody;

    @Override
    public synchronized Optional<User> find(UserId id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public synchronized Optional<User> findByEmail(Email email) {
        return all(user -> user.email().equals(email)).findFirst();
    }

    @Override
    public synchronized List<User> findAll(Collection<UserId> ids) {
        return new HashSet<>(ids).stream().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public synchronized boolean insert(User user) {
        return !users.containsKey(user.id()) && store(user);
    }

    @Override
    public synchronized boolean replace(User user, long replaced) {
        return find(user.id()).filter(stored -> stored.version() == replaced).isPresent() && store(user);
    }

    private boolean store(User user) {
        if (all(other -> other.email().equals(user.email()) && !other.id().equals(user.id())).findAny().isPresent()) {
            return false;
        }
        users.put(user.id(), user);
        revocations.add(new Revocation.OfAccount(user.id(), user.authority()));
        return true;
    }

    /** Another program removes it, and nothing tells of it. */
    public synchronized void remove(UserId id) {
        users.remove(id);
    }

    @Override
    public synchronized boolean anyOf(Role role) {
        return all(user -> user.role() == role && user.isActive()).findAny().isPresent();
    }

    @Override
    public synchronized boolean anyOtherOf(Role role, UserId id) {
        return all(user -> user.role() == role && user.isActive() && !user.id().equals(id)).findAny().isPresent();
    }

    @Override
    public synchronized List<User> list(@Nullable UserId after, int limit, @Nullable Role role) {
        return all(user -> user.state() != AccountState.DELETED && (role == null || user.role() == role))
                .filter(user -> after == null || user.id().value().compareTo(after.value()) > 0)
                .limit(limit)
                .toList();
    }

    private Stream<User> all(Predicate<User> condition) {
        return users.values().stream().filter(condition);
    }

    @Override
    public synchronized long epochOfEverybody() {
        return epochOfEverybody;
    }

    @Override
    public synchronized long beginEpochOfEverybody() {
        return ++epochOfEverybody;
    }

    /** Every account that was stored, as it was then. */
    synchronized List<Revocation> revocations() {
        return List.copyOf(revocations);
    }
}
