package lyceum.domain.identity;

import java.time.Instant;

/**
 * What the last exchange of a session's tokens gave, as far as it is kept: enough to know the refresh token again and to give
 * the same answer twice, and never a token.
 *
 * @param refreshTokenHash the SHA-256 of the refresh token, in hexadecimal
 * @param number how many grants of the session came before
 * @param accessTokenId the {@code jti} of the access token
 * @param issuedAt in milliseconds; tokens tell it in whole seconds
 */
public record Grant(String refreshTokenHash, int number, String accessTokenId, Instant issuedAt) {

    @Override
    public String toString() {
        return "Grant[" + number + "]";
    }
}
