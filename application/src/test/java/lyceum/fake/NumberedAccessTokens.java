package lyceum.fake;

import java.time.Duration;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.AccessToken;
import lyceum.domain.identity.AccessTokenIssuer;

/** Tokens that say whose they are and which, and nothing more; the same for the same claims. */
public final class NumberedAccessTokens implements AccessTokenIssuer {

    @Override
    public AccessToken issue(AccessClaims claims) {
        var lifetime = Duration.between(claims.issuedAt(), claims.expiresAt());
        return new AccessToken(claims.user() + "." + claims.tokenId(), lifetime);
    }
}
