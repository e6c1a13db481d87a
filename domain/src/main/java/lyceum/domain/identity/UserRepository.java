package lyceum.domain.identity;

import java.util.Optional;

/** Where accounts are kept. Every method blocks, and throws {@link AccountsUnavailable} if the store cannot be asked. */
public interface UserRepository {

    Optional<User> find(UserId id);

    Optional<User> findByEmail(Email email);

    /** Stores a new account; answers false, storing nothing, if the id or the address is taken. */
    boolean insert(User user);

    /** Whether there is any account of the role. */
    boolean anyOf(Role role);
}
