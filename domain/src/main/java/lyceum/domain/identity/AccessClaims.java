package lyceum.domain.identity;

import java.time.Instant;

/**
 * What an access token says (RFC 9068).
 *
 * @param tokenId {@code jti}
 * @param session {@code sid}
 * @param user {@code sub}
 * @param issuedAt {@code iat} and {@code nbf}, in whole seconds
 * @param expiresAt {@code exp}, in whole seconds
 */
public record AccessClaims(
        String tokenId,
        SessionId session,
        UserId user,
        Role role,
        Epoch epoch,
        Instant issuedAt,
        Instant expiresAt) {}
