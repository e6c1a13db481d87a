package lyceum.domain.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import lyceum.domain.validation.InvalidInput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailTest {

    @ParameterizedTest
    @CsvSource({
        "Ann@Example.org, ann@example.org",
        "' ann@example.org\t', ann@example.org",
        "o'neil+tag@sub.example.org, o'neil+tag@sub.example.org",
        "root@localhost, root@localhost",
        "JÜRGEN@münchen.example, jürgen@münchen.example",
        "Анна@пример.рф, анна@пример.рф",
        "用户@例子.公司, 用户@例子.公司",
        "उपयोगकर्ता@उदाहरण.कॉम, उपयोगकर्ता@उदाहरण.कॉम",
        "😀@example.org, 😀@example.org"
    })
    void lettersOfEveryScriptAreFine(String written, String value) {
        assertThat(new Email(written).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "a", "@", "a@", "@b", "a@b@c", "a b@c", "a@b c", "a@.b", "a@b.", "a@b..c"
    })
    void whatIsNoAddressIsRefused(String written) {
        refused(written);
    }

    /** Zero width, reordering, blank, control, private, unassigned, and half of a pair: anywhere in it. */
    @ParameterizedTest
    @ValueSource(strings = {
        "\u200b", "\u200d", "\u202e", "\u2066", "\u00ad", "\ufeff", "\u2060", "\udb40\udc41", "\u00a0", "\u3000",
        "\u2028", "\u2003", "\u0085", "\u0000", "\u007f", "\ue000", "\u0378", "\ud800", "\udc00"
    })
    void whatIsNotSeenOrMovesWhatIsSeenIsRefused(String hidden) {
        for (var written : new String[] {"ad%smin@lyceum.example", "admin%s@lyceum.example", "admin@%slyceum.example",
            "admin@lyceum.ex%sample", "a%s@x.y"}) {
            refused(written.formatted(hidden));
        }
    }

    /** White space around an address is nobody's, but these are none that Java strips. */
    @ParameterizedTest
    @ValueSource(strings = {"\u202ea@x.y", "a@x.y\u00a0", "a@x.y\u0085", "\u200ba@x.y", "a@x.y\u200b"})
    void norAtItsEnds(String written) {
        refused(written);
    }

    private static void refused(String written) {
        assertThatThrownBy(() -> new Email(written)).isInstanceOf(InvalidInput.class);
    }
}
