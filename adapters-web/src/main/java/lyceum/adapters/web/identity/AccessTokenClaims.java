package lyceum.adapters.web.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import lyceum.adapters.web.WebOptions;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.UserId;

/** Claims as they stand in a token. Of what is read, all must be there and have its form: what is missing is wrong. */
@Singleton
final class AccessTokenClaims {

    private static final int LONGEST_ID = 100;
    private static final Map<String, Role> ROLES = roles();

    private final WebOptions options;

    AccessTokenClaims(WebOptions options) {
        this.options = options;
    }

    private static Map<String, Role> roles() {
        var roles = new HashMap<String, Role>();
        for (var role : Role.values()) {
            roles.put(name(role), role);
        }
        return Map.copyOf(roles);
    }

    private static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    JWTClaimsSet write(AccessClaims claims) {
        return new JWTClaimsSet.Builder()
                .subject(claims.user().value())
                .claim("role", name(claims.role()))
                .claim("typ", "access")
                .jwtID(claims.tokenId())
                .claim("sid", claims.session().value())
                .claim("epoch", claims.epoch().account())
                .claim("epoch_all", claims.epoch().everybody())
                .issuer(options.issuer())
                .audience(options.audience())
                .issueTime(Date.from(claims.issuedAt()))
                .notBeforeTime(Date.from(claims.issuedAt()))
                .expirationTime(Date.from(claims.expiresAt()))
                .build();
    }

    /** @throws ParseException like any runtime exception, if they are not ours, or not all there */
    AccessClaims read(JWTClaimsSet claims) throws ParseException {
        var issued = claims.getIssueTime().toInstant();
        require(options.issuer().equals(claims.getIssuer()));
        require(claims.getAudience().contains(options.audience()));
        require("access".equals(claims.getClaim("typ")));
        require(issued.equals(claims.getNotBeforeTime().toInstant()));
        return new AccessClaims(
                id(claims.getJWTID()),
                new SessionId(claims.getStringClaim("sid")),
                new UserId(claims.getSubject()),
                role(claims.getStringClaim("role")),
                new Epoch(count(claims.getClaim("epoch")), count(claims.getClaim("epoch_all"))),
                issued,
                claims.getExpirationTime().toInstant());
    }

    private static String id(String text) throws ParseException {
        require(!text.isEmpty() && text.length() <= LONGEST_ID);
        return text;
    }

    private static Role role(String name) throws ParseException {
        var role = ROLES.get(name);
        if (role == null) {
            throw new ParseException("unknown role", 0);
        }
        return role;
    }

    private static long count(Object claim) throws ParseException {
        if (claim instanceof Long number && number >= 0) {
            return number;
        }
        throw new ParseException("no whole number from 0", 0);
    }

    private static void require(boolean condition) throws ParseException {
        if (!condition) {
            throw new ParseException("a claim that is not ours", 0);
        }
    }
}
