package lyceum.adapters.web.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import lyceum.domain.identity.AccessClaims;
import org.jspecify.annotations.Nullable;

/**
 * Tells good tokens from others: signed by one of our keys, for this API, and in their time. Whether they are revoked is not
 * asked here. A token that was found good lately costs one digest and a look into memory.
 */
@Singleton
final class TokenVerifier {

    static final int LONGEST = 4096;
    static final int REMEMBERED = 16_384;

    /** By how much another instance's clock may be ahead of ours when it issues a token. None after a token's end. */
    private static final Duration LEEWAY = Duration.ofSeconds(5);

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]++[.][A-Za-z0-9_-]++[.][A-Za-z0-9_-]++");

    private final KeyRing keys;
    private final TokenSignature signature;
    private final AccessTokenClaims form;
    private final InstantSource clock;
    private final VerifiedTokens verified = new VerifiedTokens(REMEMBERED);

    TokenVerifier(KeyRing keys, TokenSignature signature, AccessTokenClaims form, InstantSource clock) {
        this.keys = keys;
        this.signature = signature;
        this.form = form;
        this.clock = clock;
    }

    /** Null if there is anything wrong; never throws. */
    @Nullable
    AccessClaims verify(String token) {
        if (token.length() > LONGEST) {
            return null;
        }
        // Taken first: were it taken last, what older keys found good could be remembered as found good by newer ones.
        var current = keys.current();
        var digest = VerifiedTokens.Digest.of(token);
        var known = verified.find(digest, current.generation());
        if (known != null) {
            return inTime(known) ? known : null;
        }
        var claims = begins(token, current) && FORM.matcher(token).matches() ? read(token) : null;
        if (claims == null || !inTime(claims)) {
            return null;
        }
        verified.keep(digest, current.generation(), claims);
        return claims;
    }

    /** What begins otherwise is not even read. */
    private static boolean begins(String token, Keys keys) {
        return keys.find(token.substring(0, Math.max(0, token.indexOf('.')))) != null;
    }

    private @Nullable AccessClaims read(String token) {
        try {
            var jwt = SignedJWT.parse(token);
            return signature.verify(jwt) ? form.read(jwt.getJWTClaimsSet()) : null;
        } catch (ParseException | JOSEException | RuntimeException malformed) {
            return null;
        }
    }

    private boolean inTime(AccessClaims claims) {
        var now = clock.instant();
        return !now.plus(LEEWAY).isBefore(claims.issuedAt()) && now.isBefore(claims.expiresAt());
    }
}
