package lyceum.adapters.web.identity;

import io.micronaut.security.token.Claims;
import io.micronaut.security.token.jwt.validator.GenericJwtClaimsValidator;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Date;
import lyceum.adapters.web.WebOptions;
import org.jspecify.annotations.Nullable;

/** A token counts if we issued it, for this API, and its time has come and is not over. What is missing is wrong. */
@Singleton
final class AccessTokenClaims<T> implements GenericJwtClaimsValidator<T> {

    private final WebOptions options;
    private final InstantSource clock;

    AccessTokenClaims(WebOptions options, InstantSource clock) {
        this.options = options;
        this.clock = clock;
    }

    @Override
    public boolean validate(Claims claims, @Nullable T request) {
        var now = clock.instant();
        return options.issuer().equals(claims.get("iss"))
                && claims.get("aud") instanceof Collection<?> audience
                && audience.contains(options.audience())
                && claims.get("nbf") instanceof Date begin
                && !now.isBefore(begin.toInstant())
                && claims.get("exp") instanceof Date end
                && now.isBefore(end.toInstant());
    }
}
