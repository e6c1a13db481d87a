package lyceum.adapters.web.identity;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.adapters.web.TrustedProxies;
import lyceum.adapters.web.WebOptions;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.UserId;
import org.jspecify.annotations.Nullable;

/** What one process of several makes of access tokens, without the rest of it. */
final class TokenInstance {

    static final String SECRET = "a-secret-for-tests-of-40-characters-0123";

    final KeyRing keys;
    private final JwtAccessTokenIssuer issuer;
    private final TokenVerifier verifier;
    private final InstantSource clock;
    private final AtomicLong issued = new AtomicLong();

    TokenInstance(TokenKeys keys, InstantSource clock) {
        this(new WebOptions(keys, "lyceum", "lyceum-api", 1, 1, 1, TrustedProxies.NONE), clock);
    }

    private TokenInstance(WebOptions options, InstantSource clock) {
        this.clock = clock;
        keys = new KeyRing(options);
        var signature = new TokenSignature(keys);
        var form = new AccessTokenClaims(options);
        issuer = new JwtAccessTokenIssuer(signature, form);
        verifier = new TokenVerifier(keys, signature, form, clock);
    }

    static TokenInstance withFile(Path file, InstantSource clock, String... otherSecrets) {
        return new TokenInstance(new TokenKeys(SECRET, List.of(otherSecrets), Optional.of(file)), clock);
    }

    /** Claims that begin now. */
    AccessClaims claims() {
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return new AccessClaims(
                "token-" + issued.incrementAndGet(),
                new SessionId("5".repeat(24)),
                new UserId("a".repeat(24)),
                Role.STUDENT,
                new Epoch(4, 7),
                now,
                now.plus(Duration.ofMinutes(15)));
    }

    String token() {
        return token(claims());
    }

    String token(AccessClaims claims) {
        return issuer.issue(claims).value();
    }

    @Nullable
    AccessClaims verify(String token) {
        return verifier.verify(token);
    }

    boolean accepts(String token) {
        return verify(token) != null;
    }
}
