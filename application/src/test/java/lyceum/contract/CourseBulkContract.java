package lyceum.contract;

import static java.util.stream.Collectors.toSet;
import static lyceum.contract.CourseFixture.changed;
import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static lyceum.fake.Courses.many;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseState;
import org.junit.jupiter.api.Test;

/** Many courses at once. */
public interface CourseBulkContract extends CourseFixture {

    @Test
    default void ofNoneThereAreNone() {
        assertThat(courses().findAll(List.of(id(1), id(2)))).isEmpty();
        assertThat(courses().findAll(List.of())).isEmpty();
        assertThat(courses().findByExternalIds(List.of("a"))).isEmpty();
        assertThat(courses().findByExternalIds(List.of())).isEmpty();
    }

    @Test
    default void manyAreFoundInOneCall() {
        var stored = many(500);
        assertThat(courses().saveAll(stored)).hasSize(500);
        var wanted = new ArrayList<>(stored.stream().map(Course::id).toList());
        wanted.add(id(9_999));
        wanted.add(id(1));
        assertThat(courses().findAll(wanted)).containsExactlyInAnyOrderElementsOf(stored);
    }

    @Test
    default void manyAreFoundByTheirExternalIds() {
        var a = course(1).externalId("a").state(CourseState.DRAFT).build();
        var b = course(2).externalId("b.*").build();
        courses().saveAll(List.of(a, b, course(3).externalId("c").build(), course(4).build()));
        assertThat(courses().findByExternalIds(List.of("b.*", "a", "none", "a"))).containsExactlyInAnyOrder(a, b);
        assertThat(courses().findByExternalIds(List.of(".*"))).isEmpty();
    }

    @Test
    default void everyCoursePassesInTheOrderOfIds() {
        var stored = new ArrayList<>(many(450));
        stored.add(course(1_000).state(CourseState.DRAFT).build());
        stored.add(course(2_000).state(CourseState.ARCHIVED).build());
        courses().saveAll(stored.reversed());
        var passed = new ArrayList<Course>();
        courses().forEach(passed::add);
        assertThat(passed).containsExactlyElementsOf(stored);
    }

    @Test
    default void whatAConsumerThrowsComesOut() {
        courses().saveAll(many(3));
        var failure = new IllegalStateException("enough");
        assertThatThrownBy(() -> courses().forEach(_ -> {
            throw failure;
        })).isSameAs(failure);
    }

    @Test
    default void saveAllSaysWhichItStored() {
        var stale = course(1).build();
        var current = course(2).build();
        courses().saveAll(List.of(stale, current, course(3).externalId("taken").build()));
        courses().replace(changed(stale, "newer"));
        var stored = courses()
                .saveAll(List.of(
                        changed(stale, "too late"),
                        changed(current, "in time"),
                        changed(course(4).build(), "of nothing"),
                        course(5).externalId("taken").build(),
                        course(2).build(),
                        course(6).build()));
        assertThat(stored).containsExactlyInAnyOrder(id(2), id(6));
        assertThat(titles()).containsExactlyInAnyOrder("newer", "in time", "Course 3", "Course 6");
    }

    @Test
    default void saveAllOfNothingStoresNothing() {
        assertThat(courses().saveAll(List.of())).isEmpty();
    }

    private Set<String> titles() {
        var all = new ArrayList<Course>();
        courses().forEach(all::add);
        return all.stream().map(course -> course.details().title()).collect(toSet());
    }
}
