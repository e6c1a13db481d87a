package lyceum.fake;

import static lyceum.fake.Courses.course;
import static lyceum.fake.Courses.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import lyceum.contract.CourseRepositoryContract;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.course.CourseRepository;
import lyceum.fake.FaultyCourseRepository.Operation;
import lyceum.fake.Faults.Fault;
import org.junit.jupiter.api.Test;

/** Without faults it is as good as what it decorates. */
class FaultyCourseRepositoryTest implements CourseRepositoryContract {

    private final FaultyCourseRepository courses = new FaultyCourseRepository(new InMemoryCourseRepository());

    @Override
    public CourseRepository courses() {
        return courses;
    }

    @Test
    void aLostRequestChangesNothing() {
        courses.faults().injectOnce(Fault.FAIL_BEFORE, Operation.INSERT);
        assertThatThrownBy(() -> courses.insert(course(1).build())).isInstanceOf(CatalogueUnavailable.class);
        assertThat(courses.find(id(1))).isEmpty();
    }

    @Test
    void aLostAnswerHidesWhatHappened() {
        courses.faults().injectOnce(Fault.FAIL_AFTER, Operation.INSERT);
        assertThatThrownBy(() -> courses.insert(course(1).build())).isInstanceOf(CatalogueUnavailable.class);
        assertThat(courses.find(id(1))).isPresent();
        assertThat(courses.faults().calls(Operation.INSERT)).isEqualTo(1);
    }

    @Test
    void whoIsHeldWaits() {
        courses.faults().injectOnce(Fault.HOLD_BEFORE, Operation.INSERT);
        var caller = CompletableFuture.supplyAsync(() -> courses.insert(course(1).build()));
        while (courses.faults().calls(Operation.INSERT) == 0) {
            Thread.onSpinWait();
        }
        assertThat(courses.find(id(1))).isEmpty();
        while (!caller.isDone()) {
            courses.faults().releaseHeld();
        }
        assertThat(caller.join()).isTrue();
    }
}
