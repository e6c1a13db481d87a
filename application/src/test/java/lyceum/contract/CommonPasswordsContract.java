package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.domain.identity.CommonPasswords;
import org.junit.jupiter.api.Test;

/** What every {@link CommonPasswords} does. */
public interface CommonPasswordsContract {

    CommonPasswords passwords();

    @Test
    default void whatIsTriedFirstIsCommonInWhateverCase() {
        for (var common : new String[] {"password", "12345678", "Password1", "QWERTYUIOP", "iloveyou"}) {
            assertThat(passwords().contains(common)).as(common).isTrue();
        }
    }

    @Test
    default void whatNobodyElseHasIsNot() {
        for (var uncommon : new String[] {"correct horse battery", "Tr0ub4dor&3 or so", "\u017eofie \u674e 1234"}) {
            assertThat(passwords().contains(uncommon)).as(uncommon).isFalse();
        }
    }
}
