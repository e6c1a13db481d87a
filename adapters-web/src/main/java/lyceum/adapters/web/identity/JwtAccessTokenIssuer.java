package lyceum.adapters.web.identity;

import com.nimbusds.jose.JOSEException;
import jakarta.inject.Singleton;
import java.time.Duration;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.AccessToken;
import lyceum.domain.identity.AccessTokenIssuer;

/** The same claims make the same token with HS256 and EdDSA; with ES256 each signature is another. */
@Singleton
final class JwtAccessTokenIssuer implements AccessTokenIssuer {

    private final TokenSignature signature;
    private final AccessTokenClaims form;

    JwtAccessTokenIssuer(TokenSignature signature, AccessTokenClaims form) {
        this.signature = signature;
        this.form = form;
    }

    @Override
    public AccessToken issue(AccessClaims claims) {
        var lifetime = Duration.between(claims.issuedAt(), claims.expiresAt());
        try {
            return new AccessToken(signature.sign(form.write(claims)).serialize(), lifetime);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a checked key signs", impossible);
        }
    }
}
