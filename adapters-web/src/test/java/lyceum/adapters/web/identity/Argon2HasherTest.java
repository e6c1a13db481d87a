package lyceum.adapters.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.adapters.web.TrustedProxies;
import lyceum.adapters.web.WebOptions;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.contract.PasswordHasherContract;
import lyceum.domain.identity.PasswordHasher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class Argon2HasherTest implements PasswordHasherContract {

    private final Argon2Hasher hasher =
            new Argon2Hasher(
                    WebOptions.of(TokenKeys.of("0123456789abcdef0123456789abcdef"), 1, 2, TrustedProxies.NONE));

    @AfterEach
    void stop() {
        hasher.stop();
    }

    @Override
    public PasswordHasher hasher() {
        return hasher;
    }

    @Test
    void theParametersAreThoseThatWereChosen() {
        assertThat(hasher.hash("correct horse").value()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
}
