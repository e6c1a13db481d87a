package lyceum.contract;

import static lyceum.contract.CourseFixture.changed;
import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import lyceum.domain.course.Course;
import lyceum.domain.course.Popularity;
import org.junit.jupiter.api.Test;

/** Many threads, one course. */
public interface CourseRaceContract extends CourseFixture {

    int THREADS = 16;
    int CHANGES = 10;

    @Test
    default void noChangeIsLost() throws Exception {
        courses().insert(course(1).build());
        together(this::enrolRepeatedly);
        var course = courses().find(id(1)).orElseThrow();
        assertThat(course.popularity().enrollmentCount()).isEqualTo(THREADS * CHANGES);
        assertThat(course.version()).isEqualTo(1 + THREADS * CHANGES);
    }

    private boolean enrolRepeatedly() {
        for (var change = 0; change < CHANGES;) {
            var before = courses().find(id(1)).orElseThrow();
            var learners = new Popularity(0, 0, before.popularity().enrollmentCount() + 1);
            if (courses().replace(before.withPopularity(learners, before.updatedAt()))) {
                change++;
            }
        }
        return true;
    }

    @Test
    default void ofManyInsertionsOneSucceeds() throws Exception {
        var outcomes = together(() -> courses().insert(course(1).externalId("same").build()));
        assertThat(outcomes).containsOnlyOnce(true);
    }

    @Test
    default void ofManyBulksOneStoresAVersion() throws Exception {
        var first = course(1).build();
        courses().insert(first);
        var others = List.of(course(2).build(), course(3).build());
        var outcomes = together(
                () -> courses().saveAll(List.of(changed(first, "second"), others.getFirst(), others.getLast())));
        for (var number = 1; number <= 3; number++) {
            var id = id(number);
            assertThat(outcomes).filteredOn(stored -> stored.contains(id)).hasSize(1);
        }
    }

    @Test
    default void aReadSeesAllOfAVersionOrNothingOfIt() throws Exception {
        courses().insert(course(1).title("1").build());
        Queue<String> torn = new ConcurrentLinkedQueue<>();
        together(() -> {
            for (var step = 0; step < CHANGES; step++) {
                var seen = courses().find(id(1)).orElseThrow();
                if (!isWhole(seen)) {
                    torn.add(seen.version() + " has the title " + seen.details().title());
                }
                courses().replace(changed(seen, Long.toString(seen.version() + 1)));
            }
            return true;
        });
        assertThat(torn).isEmpty();
    }

    private static boolean isWhole(Course course) {
        return course.details().title().equals(Long.toString(course.version()));
    }

    private static <T> List<T> together(Callable<T> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var outcomes = new ArrayList<T>();
            for (var future : threads.invokeAll(IntStream.range(0, THREADS).mapToObj(_ -> work).toList())) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }
}
