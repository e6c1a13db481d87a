package lyceum.domain.identity;

/** Signs access tokens (RFC 9068: sub, role, jti, iss, aud, iat, nbf, exp). */
public interface AccessTokenIssuer {

    AccessToken issue(AccessClaims claims);
}
