package lyceum.adapters.web.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EntityTagsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"a\"               | true  | true",
        "W/\"a\"             | false | true",
        "*                   | true  | true",
        "\"b\", \"a\"        | true  | true",
        "\"b\",W/\"a\"       | false | true",
        "\"b,\", \"a\"       | true  | true",
        "\"b\"               | false | false",
        "a                   | false | false",
        "\"A\"               | false | false",
        "``                  | false | false",
        "\"unfinished        | false | false"
    })
    void comparesStronglyAndWeakly(String field, boolean strongly, boolean weakly) {
        assertThat(EntityTags.stronglyNames(List.of(field), "\"a\"")).isEqualTo(strongly);
        assertThat(EntityTags.weaklyNames(List.of(field), "\"a\"")).isEqualTo(weakly);
        assertThat(EntityTags.weaklyNames(List.of("\"x\"", field), "\"a\"")).isEqualTo(weakly);
    }
}
