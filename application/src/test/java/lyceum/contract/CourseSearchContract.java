package lyceum.contract;

import static lyceum.contract.CourseFixture.found;
import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lyceum.domain.course.CourseQuery;
import lyceum.domain.course.CourseState;
import lyceum.domain.course.Difficulty;
import lyceum.domain.course.SortBy;
import org.junit.jupiter.api.Test;

/** Which courses a search finds, and which of them come first. */
public interface CourseSearchContract extends CourseFixture {

    @Test
    default void everyFieldIsSearched() {
        courses().insert(course(1).title("alpha").build());
        courses().insert(course(2).tags("other", "alpha beta").build());
        courses().insert(course(3).category("Alpha").build());
        courses().insert(course(4).instructor("Alpha Romeo").build());
        courses().insert(course(5).summary("of alpha").build());
        courses().insert(course(6).description("and\nalpha.").build());
        courses().insert(course(7).build());
        assertThat(found(courses(), "alpha"))
                .containsExactlyInAnyOrder(id(1), id(2), id(3), id(4), id(5), id(6));
    }

    @Test
    default void draftsAndArchivedCoursesAreNotFound() {
        courses().insert(course(1).title("alpha").state(CourseState.DRAFT).build());
        courses().insert(course(2).title("alpha").state(CourseState.ARCHIVED).build());
        assertThat(found(courses(), "alpha")).isEmpty();
    }

    @Test
    default void caseAndAccentsDoNotMatter() {
        courses().insert(course(1).title("Café Crème").build());
        courses().insert(course(2).title("CAFE CREME").build());
        courses().insert(course(3).title("Cafe\u0301 cre\u0300me").build());
        courses().insert(course(4).title("Smørrebrød straße").build());
        for (var search : List.of("cafe", "CAFÉ", "café crème", "Cafe\u0301")) {
            assertThat(found(courses(), search)).containsExactly(id(1), id(2), id(3));
        }
        assertThat(found(courses(), "smorrebrod strasse")).containsExactly(id(4));
    }

    @Test
    default void aBeginningOfAWordFindsIt() {
        courses().insert(course(1).title("Programming").build());
        assertThat(found(courses(), "progr")).containsExactly(id(1));
        assertThat(found(courses(), "pr")).containsExactly(id(1));
        assertThat(found(courses(), "p")).isEmpty();
        assertThat(found(courses(), "gramming")).isEmpty();
        assertThat(found(courses(), "programmingx")).isEmpty();
    }

    @Test
    default void aSingleLetterIsAWord() {
        courses().insert(course(1).title("Statistics with R").build());
        courses().insert(course(2).title("Rust").build());
        assertThat(found(courses(), "r")).containsExactly(id(1));
    }

    @Test
    default void everyWordMustBeThereInAnyOrderAndField() {
        courses().insert(course(1).title("Python for data").build());
        courses().insert(course(2).title("Python").tags("data").build());
        courses().insert(course(3).title("Python").build());
        courses().insert(course(4).title("Data").build());
        assertThat(found(courses(), "data python")).containsExactly(id(1), id(2));
        assertThat(found(courses(), "python data")).containsExactly(id(1), id(2));
        assertThat(found(courses(), "python snakes")).isEmpty();
    }

    @Test
    default void theCharactersOfRegularExpressionsAndQueriesAreText() {
        courses().insert(course(1).title("C++ primer").build());
        courses().insert(course(2).title("C primer").build());
        courses().insert(course(3).title("What is (not) $where?").build());
        for (var search : List.of(".*", "^", "$", "(", "[a-z]+x", "prim.r", "prim|x", "\\w+", "*", "pri*r", "%", "\\Q",
                "$gt")) {
            assertThat(found(courses(), search)).as(search).isEmpty();
        }
        assertThat(found(courses(), "$where")).containsExactly(id(3));
        assertThat(found(courses(), "c++")).containsExactly(id(1));
    }

    @Test
    default void aTitleCountsMoreThanKeysAndTheseMoreThanTexts() {
        courses().insert(course(1).description("alpha").build());
        courses().insert(course(2).summary("alpha").build());
        courses().insert(course(3).tags("alpha").build());
        courses().insert(course(4).title("alpha").build());
        courses().insert(course(5).tags("alpha").category("Alpha").summary("alpha").description("alpha").build());
        assertThat(found(courses(), "alpha")).containsExactly(id(4), id(5), id(3), id(2), id(1));
    }

    @Test
    default void aWholeWordCountsMoreThanABeginning() {
        courses().insert(course(1).title("JavaScript").tags("java").summary("java").description("java").build());
        courses().insert(course(2).title("Java").build());
        courses().insert(course(3).title("JavaScript").build());
        assertThat(found(courses(), "java")).containsExactly(id(2), id(1), id(3));
    }

    @Test
    default void ofEquallyGoodOnesTheMorePopularComesFirst() {
        courses().insert(course(1).title("alpha one").build());
        courses().insert(course(2).title("alpha two").popularity(0, 0, 7).build());
        courses().insert(course(3).title("alpha three").popularity(5, 99, 0).build());
        courses().insert(course(4).title("alpha four").popularity(0, 0, 7).build());
        assertThat(found(courses(), "alpha")).containsExactly(id(2), id(4), id(1), id(3));
    }

    @Test
    default void aSearchGoesWithFiltersAndOtherOrders() {
        courses().insert(course(1).title("alpha").category("A").popularity(0, 0, 1).build());
        courses().insert(course(2).tags("alpha").category("A").popularity(0, 0, 2).build());
        courses().insert(course(3).title("alpha").category("B").build());
        courses().insert(course(4).title("alpha").category("A").difficulty(Difficulty.ADVANCED).build());
        var query = new CourseQuery("alpha", "a", Difficulty.BEGINNER, SortBy.POPULAR, 1, 12, null);
        var page = courses().list(query);
        assertThat(page.items()).extracting(item -> item.id()).containsExactly(id(2), id(1));
        assertThat(page.total()).isEqualTo(2);
    }

    @Test
    default void aChangedCourseIsFoundByWhatItSaysNow() {
        var first = course(1).title("before").build();
        courses().insert(first);
        courses().replace(CourseFixture.changed(first, "after"));
        assertThat(found(courses(), "before")).isEmpty();
        assertThat(found(courses(), "after")).containsExactly(id(1));
    }

    @Test
    default void manyWordsAreNoProblem() {
        courses().insert(course(1).title("alpha").build());
        var letters = IntStream.range(0, 100).mapToObj(i -> Character.toString('a' + i % 26))
                .collect(Collectors.joining(" "));
        assertThat(found(courses(), letters)).isEmpty();
        assertThat(found(courses(), "x".repeat(200))).isEmpty();
        assertThat(found(courses(), "alpha ".repeat(30).strip())).containsExactly(id(1));
    }
}
