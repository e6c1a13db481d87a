package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import lyceum.domain.identity.AccessTokenIssuer;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.PasswordHash;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.domain.identity.UserId;
import org.junit.jupiter.api.Test;

/** What every {@link AccessTokenIssuer} does. */
public interface AccessTokenIssuerContract {

    AccessTokenIssuer issuer();

    @Test
    default void everyTokenIsAnother() {
        assertThat(issuer().issue(user()).value()).isNotEqualTo(issuer().issue(user()).value());
    }

    @Test
    default void aTokenLivesForSomeTime() {
        assertThat(issuer().issue(user()).lifetime()).isPositive();
    }

    /** It travels in a header (RFC 6750, 2.1), and shows up nowhere else. */
    @Test
    default void aTokenFitsAHeaderAndNoLog() {
        var token = issuer().issue(user());
        assertThat(token.value()).matches("[A-Za-z0-9._~+/-]+=*").doesNotContain("ann@", "secret-hash");
        assertThat(token.toString()).doesNotContain(token.value());
    }

    private static User user() {
        return new User(
                new UserId("0123456789abcdef01234567"),
                new Email("ann@lyceum.example"),
                "Ann",
                Role.INSTRUCTOR,
                new PasswordHash("secret-hash"),
                Instant.EPOCH,
                1);
    }
}
