package lyceum.domain.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where accounts are kept. Every method blocks, and throws {@link AccountsUnavailable} if the store cannot be asked.
 *
 * <p>An account that another program wrote, so that what it may do cannot be read, is found like any other: disabled, with as
 * much as can be read. It lets nobody in and holds up nobody, and an admin can see, repair or delete it.
 */
public interface UserRepository {

    Optional<User> find(UserId id);

    Optional<User> findByEmail(Email email);

    /** Those that there are, in no order. */
    List<User> findAll(Collection<UserId> ids);

    /** Stores a new account; answers false, storing nothing, if the id or the address is taken. */
    boolean insert(User user);

    /** Stores a change, which has a higher version; answers false, storing nothing, if the stored version is not {@code replaced}. */
    boolean replace(User user, long replaced);

    /** Whether there is any active account of the role. */
    boolean anyOf(Role role);

    /** Whether there is any active account of the role but this one. */
    boolean anyOtherOf(Role role, UserId user);

    /**
     * In the order of their ids, but for the deleted.
     *
     * @param after null begins at the first
     * @param role null takes all
     */
    List<User> list(@Nullable UserId after, int limit, @Nullable Role role);

    /** How many times everything of everybody's has been revoked. */
    long epochOfEverybody();

    /** Revokes everything of everybody's; the epoch that begins with it. */
    long beginEpochOfEverybody();
}
