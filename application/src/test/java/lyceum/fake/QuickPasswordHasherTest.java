package lyceum.fake;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.contract.PasswordHasherContract;
import org.junit.jupiter.api.Test;

class QuickPasswordHasherTest implements PasswordHasherContract {

    private final QuickPasswordHasher hasher = new QuickPasswordHasher();

    @Override
    public QuickPasswordHasher hasher() {
        return hasher;
    }

    @Test
    void whatIsOutdatedGoesOnCounting() {
        var hash = hasher.hash("correct horse");
        hasher.outdateAll();
        assertThat(hasher.isOutdated(hash)).isTrue();
        assertThat(hasher.matches("correct horse", hash)).isTrue();
        assertThat(hasher.isOutdated(hasher.hash("correct horse"))).isFalse();
    }
}
