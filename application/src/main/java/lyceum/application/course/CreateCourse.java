package lyceum.application.course;

import static java.util.concurrent.CompletableFuture.completedStage;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;
import lyceum.application.IdSource;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseDetails;
import lyceum.domain.course.CourseId;
import lyceum.domain.course.CourseState;
import lyceum.domain.course.Module;
import lyceum.domain.course.Popularity;
import lyceum.domain.identity.Actor;
import lyceum.domain.identity.Role;

/** Creates a course, owned by the one who creates it. */
public final class CreateCourse {

    private final CourseWrites writes;
    private final IdSource ids;
    private final InstantSource clock;

    public CreateCourse(CourseWrites writes, IdSource ids, InstantSource clock) {
        this.writes = writes;
        this.ids = ids;
        this.clock = clock;
    }

    public CompletionStage<ChangeResult> create(
            Actor actor, CourseDetails details, CourseState state, List<Module> modules) {
        if (actor.role() == Role.STUDENT) {
            return completedStage(new ChangeResult.Forbidden());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var id = new CourseId(ids.next());
        var course =
                new Course(id, null, actor.id(), details, state, modules, Popularity.NONE, now, now, 1);
        return writes.insert(course)
                .thenApply(stored -> stored ? new ChangeResult.Done(course) : new ChangeResult.Contended());
    }
}
