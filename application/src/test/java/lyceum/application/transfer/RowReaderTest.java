package lyceum.application.transfer;

import static lyceum.application.transfer.ImportFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import lyceum.domain.course.CourseState;
import lyceum.domain.course.Difficulty;
import lyceum.domain.course.LessonKind;
import lyceum.domain.validation.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {

    private static CoursePatch read(Object... namesAndValues) {
        var row = row(namesAndValues);
        row.fields().put("external_id", "1");
        return new RowReader(Mapping.NONE).read(row);
    }

    private static void refused(String field, Object value, String rule) {
        assertThatThrownBy(() -> read(field, value)).isInstanceOf(InvalidInput.class).hasMessage(field + ' ' + rule);
    }

    @ParameterizedTest
    @CsvSource({
        "beginner, BEGINNER", "Beginner Level, BEGINNER", "All Levels, BEGINNER", "all-levels, BEGINNER",
        "Introductory, BEGINNER", "Mixed, BEGINNER", "Basic, BEGINNER", "INTERMEDIATE, INTERMEDIATE",
        "' Intermediate  Level ', INTERMEDIATE", "intermediate_level, INTERMEDIATE", "Expert Level, ADVANCED",
        "Expert, ADVANCED", "Advanced, ADVANCED"
    })
    void knowsWhatOthersCallADifficulty(String text, Difficulty difficulty) {
        assertThat(read("difficulty", text).difficulty()).isEqualTo(difficulty);
    }

    @ParameterizedTest
    @CsvSource({"draft, DRAFT", "Published, PUBLISHED", "LIVE, PUBLISHED", "archived, ARCHIVED"})
    void knowsStates(String text, CourseState state) {
        assertThat(read("state", text).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"en, en", "pt_BR, pt-BR", "English, en", "german, de", "Chinese, zh", "zh-Hans, zh-Hans"})
    void knowsLanguagesByTagAndName(String text, String tag) {
        assertThat(read("language", text).language()).isEqualTo(tag);
    }

    @Test
    void splitsTagsInText() {
        assertThat(read("tags", " java ,web|java;  big\u00a0 data ;").tags()).containsExactly("java", "web",
                "big data");
        assertThat(read("tags", List.of("a,b", "c", "a,b", " ")).tags()).containsExactly("a,b", "c");
    }

    @Test
    void makesOneLineOfATitle() {
        assertThat(read("title", " One\r\nline,\t two\u00a0 \u0007gaps\u200f ").title())
                .isEqualTo("One line, two gaps");
        assertThat(read("title", 1984).title()).isEqualTo("1984");
    }

    @Test
    void keepsTheLinesOfADescription() {
        var text = "First\n\tSecond\r\nThird\rFourth\u0000 ";
        assertThat(read("description", text).description()).isEqualTo("First\n\tSecond\r\nThird\nFourth  ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00a0\n"})
    void takesBlankTextForNoMention(String blank) {
        var patch = read("title", blank, "price", blank, "tags", blank, "modules", blank, "difficulty", blank);
        assertThat(patch).isEqualTo(read());
    }

    @Test
    void readsModulesInTheOrderOfTheirList() {
        var lesson = Map.of("title", " A\nlesson", "kind", "Lecture", "duration_minutes", "1h", "position", 7);
        var modules = read("modules", List.of(Map.of("title", "M", "lessons", List.of(lesson)))).modules();
        assertThat(modules).singleElement().satisfies(module -> {
            assertThat(module.title()).isEqualTo("M");
            assertThat(module.lessons()).singleElement().satisfies(read -> {
                assertThat(read.title()).isEqualTo("A lesson");
                assertThat(read.kind()).isEqualTo(LessonKind.VIDEO);
                assertThat(read.durationMinutes()).isEqualTo(60);
            });
        });
    }

    @Test
    void namesThePlaceOfWhatIsWrongInside() {
        var lesson = Map.of("title", "L", "kind", "dance");
        refused("modules", List.of(Map.of("lessons", List.of(lesson))), "", "modules[0].lessons[0].kind");
        refused("modules", List.of("M"), "", "modules[0]");
        refused("modules", "two", "must be a list");
    }

    private static void refused(String field, Object value, String ignored, String place) {
        assertThatThrownBy(() -> read(field, value)).isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(place + ' ');
    }

    @Test
    void wantsAnExternalId() {
        var reader = new RowReader(Mapping.NONE);
        assertThatThrownBy(() -> reader.read(row("title", "A"))).hasMessageStartingWith("external_id is missing");
        assertThat(reader.read(row("external_id", new BigDecimal("1070968"))).externalId()).isEqualTo("1070968");
    }

    @Test
    void readsAMappedFieldFromItsColumnOnly() {
        var reader = new RowReader(Mapping.parse("external_id=id, title=course_title"));
        var patch = reader.read(row("id", "x", "external_id", "y", "title", "Not this", "summary", "As it is"));
        assertThat(patch.externalId()).isEqualTo("x");
        assertThat(patch.title()).isNull();
        assertThat(patch.summary()).isEqualTo("As it is");
    }

    @Test
    void namesEverythingThatIsWrong() {
        assertThatThrownBy(() -> read("price", "dear", "difficulty", "wizard", "published_at", "soon"))
                .hasMessageContainingAll("price must", "difficulty must", "published_at must");
        refused("difficulty", "wizard", "must be beginner, intermediate or advanced");
        refused("title", true, "must be text");
        refused("title", List.of(), "must be text");
        refused("rating_count", true, "must be a number");
    }
}
