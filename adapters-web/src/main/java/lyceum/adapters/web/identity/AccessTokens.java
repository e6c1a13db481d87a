package lyceum.adapters.web.identity;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.jwt.validator.JsonWebTokenValidator;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.Locale;
import java.util.Optional;
import lyceum.domain.identity.Actor;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.UserId;

/** Who sends a request, by the access token it carries. */
@Singleton
public final class AccessTokens {

    private static final String SCHEME = "Bearer ";

    private final JsonWebTokenValidator<JWT, HttpRequest<?>> validator;

    AccessTokens(JsonWebTokenValidator<JWT, HttpRequest<?>> validator) {
        this.validator = validator;
    }

    /**
     * The sender; empty if the request carries no token.
     *
     * @throws lyceum.adapters.web.problem.ProblemException if it carries one that is not good
     */
    public Optional<Actor> actor(HttpRequest<?> request) {
        return token(request).map(token -> verified(token, request)
                .orElseThrow(() -> Challenges.invalidToken().asException()));
    }

    /** The sender; empty too if the token that the request carries is not good. */
    public Optional<Actor> knownActor(HttpRequest<?> request) {
        return token(request).flatMap(token -> verified(token, request));
    }

    private static Optional<String> token(HttpRequest<?> request) {
        var credentials = request.getHeaders().get("Authorization");
        return credentials == null || !credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.empty()
                : Optional.of(credentials.substring(SCHEME.length()).strip());
    }

    private Optional<Actor> verified(String token, HttpRequest<?> request) {
        return validator.validate(token, request).flatMap(AccessTokens::actor);
    }

    private static Optional<Actor> actor(JWT token) {
        try {
            JWTClaimsSet claims = token.getJWTClaimsSet();
            var role = Role.valueOf(claims.getStringClaim("role").toUpperCase(Locale.ROOT));
            return Optional.of(new Actor(new UserId(claims.getSubject()), role));
        } catch (ParseException | RuntimeException unknown) {
            return Optional.empty();
        }
    }
}
