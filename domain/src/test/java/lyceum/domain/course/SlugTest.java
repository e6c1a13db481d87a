package lyceum.domain.course;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Learn Java in 30 days             | learn-java-in-30-days
                    '  --Trim  me!  '                 | trim-me
                    Fotografía de viaje               | fotografia-de-viaje
                    Straße, Ærø, œuvre, Łódź, İzmir   | strasse-aero-oeuvre-lodz-izmir
                    Введение в Финансовую Инженерию   | vvedenie-v-finansovuyu-inzheneriyu
                    Ελληνικά για αρχάριους            | ellinika-gia-archarioys
                    C++ & C#                          | c-plus-plus-and-c
                    Don’t panic                       | dont-panic
                    #1 Piano                          | 1-piano
                    ６時間 ①                           | 6-1
                    株式投資                           | course
                    🚀                                | course
                    """)
    void spellsATitleInAscii(String title, String slug) {
        assertThat(Slug.of(title)).isEqualTo(slug);
    }

    @Test
    void endsALongTitleWithAWholeWord() {
        assertThat(Slug.of("abcdefghi ".repeat(20))).isEqualTo("abcdefghi-".repeat(11) + "abcdefghi").hasSize(119);
        assertThat(Slug.of("a".repeat(300))).hasSize(Slug.MAX_LENGTH);
        assertThat(Slug.of("a".repeat(120) + " b")).hasSize(Slug.MAX_LENGTH);
    }
}
