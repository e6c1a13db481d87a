package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import lyceum.domain.identity.AccessClaims;
import lyceum.domain.identity.AccessTokenIssuer;
import lyceum.domain.identity.Epoch;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.SessionId;
import lyceum.domain.identity.UserId;
import org.junit.jupiter.api.Test;

/** What every {@link AccessTokenIssuer} does. */
public interface AccessTokenIssuerContract {

    AccessTokenIssuer issuer();

    @Test
    default void otherClaimsAreAnotherToken() {
        assertThat(issuer().issue(claims("one")).value()).isNotEqualTo(issuer().issue(claims("other")).value());
    }

    @Test
    default void aTokenLivesForAsLongAsItsClaimsSay() {
        assertThat(issuer().issue(claims("one")).lifetime()).isEqualTo(Duration.ofMinutes(15));
    }

    /** It travels in a header (RFC 6750, 2.1), and shows up nowhere else. */
    @Test
    default void aTokenFitsAHeaderAndNoLog() {
        var token = issuer().issue(claims("one"));
        assertThat(token.value()).matches("[A-Za-z0-9._~+/-]+=*");
        assertThat(token.toString()).doesNotContain(token.value());
    }

    static AccessClaims claims(String tokenId) {
        var issued = Instant.parse("2026-01-01T00:00:00Z");
        return new AccessClaims(
                tokenId,
                new SessionId("5".repeat(24)),
                new UserId("0123456789abcdef01234567"),
                Role.INSTRUCTOR,
                new Epoch(3, 2),
                issued,
                issued.plus(Duration.ofMinutes(15)));
    }
}
