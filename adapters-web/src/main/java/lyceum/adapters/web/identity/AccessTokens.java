package lyceum.adapters.web.identity;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import lyceum.domain.identity.AccessClaims;
import org.jspecify.annotations.Nullable;

/** What the access token says that a request carries (RFC 6750, 2.1), if it is good by itself; it may still be revoked. */
@Singleton
public final class AccessTokens {

    private static final String SCHEME = "Bearer";

    private final TokenVerifier verifier;

    AccessTokens(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    /**
     * Empty if the request carries no token.
     *
     * @throws lyceum.adapters.web.problem.ProblemException if it carries one that is not good
     */
    public Optional<AccessClaims> claims(HttpRequest<?> request) {
        var token = token(request);
        if (token == null) {
            return Optional.empty();
        }
        return Optional.of(
                verified(token).orElseThrow(() -> Challenges.invalidToken().asException()));
    }

    /** Empty too if the token that the request carries is not good. */
    public Optional<AccessClaims> knownClaims(HttpRequest<?> request) {
        var token = token(request);
        return token == null ? Optional.empty() : verified(token);
    }

    /** Empty if it is not good. */
    Optional<AccessClaims> verified(String token) {
        return Optional.ofNullable(verifier.verify(token));
    }

    /** Null if there is none; with two header fields it is not known which one counts, and that is no good token. */
    private static @Nullable String token(HttpRequest<?> request) {
        var fields = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
        return switch (fields.size()) {
            case 0 -> null;
            case 1 -> token(fields.getFirst());
            default -> fields.stream().anyMatch(AccessTokens::isBearer) ? "" : null;
        };
    }

    private static @Nullable String token(String credentials) {
        if (!isBearer(credentials)) {
            return null;
        }
        var start = SCHEME.length();
        while (start < credentials.length() && credentials.charAt(start) == ' ') {
            start++;
        }
        return credentials.substring(start);
    }

    private static boolean isBearer(String credentials) {
        return credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && (credentials.length() == SCHEME.length()
                        || Character.isWhitespace(credentials.charAt(SCHEME.length())));
    }
}
