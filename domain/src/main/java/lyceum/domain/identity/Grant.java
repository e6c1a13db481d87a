package lyceum.domain.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the last exchange of a session's tokens gave, as far as it is kept: enough to know the refresh token again and to give
 * the same answer twice, and never a token.
 *
 * @param refreshTokenHash the SHA-256 of the refresh token, in hexadecimal
 * @param seal the session's own key, the same in all its grants: with it is shown that a refresh token was issued for the session
 * @param accessTokenId the {@code jti} of the access token
 * @param issuedAt in milliseconds; tokens tell it in whole seconds
 * @param answeredAt when the tokens were first handed out, as far as that is known
 */
public record Grant(
        String refreshTokenHash,
        String seal,
        String accessTokenId,
        Instant issuedAt,
        @Nullable Instant answeredAt) {

    public Grant answered(Instant moment) {
        return new Grant(refreshTokenHash, seal, accessTokenId, issuedAt, moment);
    }

    @Override
    public String toString() {
        return "Grant[hidden]";
    }
}
