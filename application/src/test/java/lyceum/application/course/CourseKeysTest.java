package lyceum.application.course;

import static lyceum.fake.Courses.course;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import lyceum.domain.cache.Tag;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseState;
import org.junit.jupiter.api.Test;

class CourseKeysTest {

    private static final Tag ANY = new Tag("courses:any");
    private static final Tag ART = new Tag("courses:category:art");
    private static final Tag BIOLOGY = new Tag("courses:category:biology");

    private final Course art = course(1).category("Art").build();

    private static Course edited(Course course, String category, CourseState state) {
        var details = course(1).category(category).build().details();
        return course.edited(details, state, course.modules(), Instant.EPOCH);
    }

    @Test
    void aChangeTouchesTheListsOfItsCategoryAndThoseOfAll() {
        assertThat(CourseKeys.touched(art, edited(art, "Art", CourseState.PUBLISHED))).containsExactlyInAnyOrder(ANY,
                ART);
        assertThat(CourseKeys.touched(null, art)).containsExactlyInAnyOrder(ANY, ART);
        assertThat(CourseKeys.touched(art, null)).containsExactlyInAnyOrder(ANY, ART);
    }

    @Test
    void whatWasNeverListedTouchesNoList() {
        var draft = course(1).state(CourseState.DRAFT).build();

        assertThat(CourseKeys.touched(draft, edited(draft, "Biology", CourseState.DRAFT))).isEmpty();
    }

    /** The move may never have been told: whoever made it can have died. */
    @Test
    void aChangeAfterAMoveTouchesTheListsThatItLeftAsWell() {
        var moved = edited(art, "Biology", CourseState.PUBLISHED);
        var next = edited(moved, "Biology", CourseState.PUBLISHED);

        assertThat(CourseKeys.touched(moved, next)).containsExactlyInAnyOrder(ANY, ART, BIOLOGY);
    }

    @Test
    void aChangeAfterAWithdrawalTouchesTheListsThatItLeft() {
        var withdrawn = edited(art, "Art", CourseState.ARCHIVED);
        var next = edited(withdrawn, "Biology", CourseState.ARCHIVED);

        assertThat(CourseKeys.touched(withdrawn, next)).containsExactlyInAnyOrder(ANY, ART);
    }

    @Test
    void onlyTheLastCategoriesAreRemembered() {
        var course = art;
        for (var i = 0; i < 20; i++) {
            course = edited(course, "Category " + i % 10, CourseState.PUBLISHED);
        }

        assertThat(course.shelves()).hasSize(Course.MAX_SHELVES).endsWith("Category 8", "Category 9");
        assertThat(List.copyOf(course.shelves())).doesNotHaveDuplicates();
    }
}
