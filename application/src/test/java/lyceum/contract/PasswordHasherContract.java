package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.domain.identity.PasswordHasher;
import org.junit.jupiter.api.Test;

/** What every {@link PasswordHasher} does. */
public interface PasswordHasherContract {

    PasswordHasher hasher();

    @Test
    default void aPasswordMatchesItsHash() {
        assertThat(hasher().matches("pässwörd 1", hasher().hash("pässwörd 1"))).isTrue();
    }

    @Test
    default void anotherPasswordDoesNot() {
        var hash = hasher().hash("correct horse");
        assertThat(hasher().matches("correct horsf", hash)).isFalse();
        assertThat(hasher().matches("Correct horse", hash)).isFalse();
        assertThat(hasher().matches("", hash)).isFalse();
    }

    @Test
    default void equalPasswordsHaveDifferentHashes() {
        assertThat(hasher().hash("correct horse")).isNotEqualTo(hasher().hash("correct horse"));
    }

    @Test
    default void aHashShowsNoPassword() {
        var hash = hasher().hash("correct horse");
        assertThat(hash.value()).doesNotContain("correct horse");
        assertThat(hash.toString()).doesNotContain(hash.value());
    }
}
