package lyceum.contract;

import static lyceum.contract.CourseFixture.found;
import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a search does with languages: for stores that know them. The fake doesn't. */
public interface StemmedSearchContract extends CourseFixture {

    @Test
    default void anotherFormOfAWordFindsIt() {
        courses().insert(course(1).title("Run a marathon").build());
        courses().insert(course(2).title("Runs and runners").build());
        courses().insert(course(3).title("Rum").build());
        assertThat(found(courses(), "running")).containsExactly(id(1), id(2));
        courses().insert(course(4).title("Baking studies").build());
        assertThat(found(courses(), "bake study")).containsExactly(id(4));
    }

    @Test
    default void everyLanguageHasItsOwnForms() {
        courses().insert(course(1).title("Programación de aplicaciones").language("es").build());
        courses().insert(course(2).title("Apprendre les langages de l'informatique").language("fr-CA").build());
        courses().insert(course(3).title("Häuser zeichnen").language("de").build());
        courses().insert(course(4).title("Основы программирования").language("ru").build());
        assertThat(found(courses(), "aplicación")).containsExactly(id(1));
        assertThat(found(courses(), "aplicacion")).containsExactly(id(1));
        assertThat(found(courses(), "langage informatique")).containsExactly(id(2));
        assertThat(found(courses(), "haus")).containsExactly(id(3));
        assertThat(found(courses(), "программирование")).containsExactly(id(4));
    }

    @Test
    default void aStemOfOneLanguageIsNoWordOfAnother() {
        courses().insert(course(1).title("Dat is goed").language("nl").build());
        courses().insert(course(2).title("Data").build());
        assertThat(found(courses(), "data")).containsExactly(id(2));
    }

    @Test
    default void wordsOfLittleMeaningExcludeNothing() {
        courses().insert(course(1).title("Français débutant").language("fr").tags("cours").build());
        courses().insert(course(2).title("Cours de français").language("fr").build());
        courses().insert(course(3).title("Cook").build());
        assertThat(found(courses(), "cours de français")).containsExactly(id(2), id(1));
        assertThat(found(courses(), "how to cook the")).containsExactly(id(3));
    }

    @Test
    default void aSearchOfNothingElseLooksForThem() {
        courses().insert(course(1).title("To be or not to be").build());
        courses().insert(course(2).title("Hamlet").build());
        assertThat(found(courses(), "to be")).containsExactly(id(1));
        assertThat(found(courses(), "the")).isEmpty();
    }

    @Test
    default void inScriptsWithoutSpacesPairsOfCharactersAreFound() {
        courses().insert(course(1).title("机器学习入门").language("zh").build());
        courses().insert(course(2).title("日本語を学ぶ").language("ja").build());
        courses().insert(course(3).title("한국어 배우기").language("ko").build());
        courses().insert(course(4).title("学校").language("zh").build());
        assertThat(found(courses(), "学习")).containsExactly(id(1));
        assertThat(found(courses(), "机器学习")).containsExactly(id(1));
        assertThat(found(courses(), "学机")).isEmpty();
        assertThat(found(courses(), "学")).containsExactlyInAnyOrder(id(1), id(2), id(4));
        assertThat(found(courses(), "日本語")).containsExactly(id(2));
        assertThat(found(courses(), "한국")).containsExactly(id(3));
    }

    @Test
    default void namesWithSignsInThemAreFound() {
        courses().insert(course(1).title("C++ now").build());
        courses().insert(course(2).title("C# now").build());
        courses().insert(course(3).title("C now").build());
        courses().insert(course(4).title("Node.js now").build());
        courses().insert(course(5).title("L'art now").language("fr").build());
        assertThat(found(courses(), "C#")).containsExactly(id(2));
        assertThat(found(courses(), "c")).containsExactly(id(3));
        for (var search : List.of("node.js", "nodejs", "node js", "node")) {
            assertThat(found(courses(), search)).as(search).containsExactly(id(4));
        }
        assertThat(found(courses(), "art")).containsExactly(id(5));
    }

    @Test
    default void anotherFormCountsAsTheWord() {
        courses().insert(course(1).title("Course of courses").build());
        courses().insert(course(2).title("Coursework").build());
        assertThat(found(courses(), "course")).containsExactly(id(1), id(2));
    }
}
