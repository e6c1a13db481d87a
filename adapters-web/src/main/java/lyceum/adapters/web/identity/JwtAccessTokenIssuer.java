package lyceum.adapters.web.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Date;
import java.util.Locale;
import java.util.UUID;
import lyceum.adapters.web.WebOptions;
import lyceum.domain.identity.AccessToken;
import lyceum.domain.identity.AccessTokenIssuer;
import lyceum.domain.identity.User;

@Singleton
final class JwtAccessTokenIssuer implements AccessTokenIssuer {

    private final TokenSignature signature;
    private final WebOptions options;
    private final InstantSource clock;

    JwtAccessTokenIssuer(TokenSignature signature, WebOptions options, InstantSource clock) {
        this.signature = signature;
        this.options = options;
        this.clock = clock;
    }

    @Override
    public AccessToken issue(User user) {
        var lifetime = options.accessTokenLifetime();
        try {
            return new AccessToken(signature.sign(claims(user)).serialize(), lifetime);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a checked secret signs", impossible);
        }
    }

    private JWTClaimsSet claims(User user) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .subject(user.id().value())
                .claim("role", user.role().name().toLowerCase(Locale.ROOT))
                .claim("typ", "access")
                .jwtID(UUID.randomUUID().toString())
                .issuer(options.issuer())
                .audience(options.audience())
                .issueTime(Date.from(now))
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plus(options.accessTokenLifetime())))
                .build();
    }
}
