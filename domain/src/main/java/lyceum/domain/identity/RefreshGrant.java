package lyceum.domain.identity;

import java.time.Instant;

/**
 * What a refresh token stands for.
 *
 * @param tokenHash the token's SHA-256 in hexadecimal; the token itself is never kept
 */
public record RefreshGrant(String tokenHash, UserId user, Instant issuedAt, Instant expiresAt) {}
