package lyceum.domain.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * Refresh grants and revoked access tokens. Both vanish by themselves when they expire. Every method blocks, and throws
 * {@link AccountsUnavailable} if the store cannot be asked.
 */
public interface TokenStore {

    void save(RefreshGrant grant);

    /** The grant of a token's hash, unless it has expired or was removed. */
    Optional<RefreshGrant> find(String tokenHash);

    /** Removes a grant; answers whether it was there, so that of two callers one is told so. */
    boolean remove(String tokenHash);

    /** Refuses an access token from now on; nothing need be remembered after its expiry. */
    void revoke(String tokenId, Instant expiresAt);

    boolean revoked(String tokenId);
}
