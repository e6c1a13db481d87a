package lyceum.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import lyceum.domain.validation.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

    @Test
    void namesTheColumnOfEveryField() {
        var mapping = Mapping.parse(" title = Course Title ,category=subject");
        assertThat(mapping.column(Field.TITLE)).isEqualTo("Course Title");
        assertThat(mapping.column(Field.CATEGORY)).isEqualTo("subject");
        assertThat(mapping.column(Field.SUMMARY)).isEqualTo("summary");
        assertThat(Mapping.parse(" ").column(Field.TITLE)).isEqualTo("title");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    titel=a              | 'titel' isn't
                    title                | field=column
                    title=               | field=column
                    title=a,             | field=column
                    title=a,title=b      | title twice
                    """)
    void refusesWhatIsNoMapping(String text, String reason) {
        assertThatThrownBy(() -> Mapping.parse(text)).isInstanceOf(InvalidInput.class).hasMessageContaining(reason);
    }

    @Test
    void namesMappedColumnsThatAreNotThere() {
        var mapping = Mapping.parse("title=a,category=b");
        mapping.check(Optional.of(Set.of("a", "b")));
        mapping.check(Optional.empty());
        assertThatThrownBy(() -> mapping.check(Optional.of(Set.of("a", "c"))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("map.category")
                .hasMessageContaining("'b'");
    }
}
