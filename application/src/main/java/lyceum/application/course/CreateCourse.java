package lyceum.application.course;

import static java.util.concurrent.CompletableFuture.completedStage;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionStage;
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
    private final InstantSource clock;

    public CreateCourse(CourseWrites writes, InstantSource clock) {
        this.writes = writes;
        this.clock = clock;
    }

    /** @param id nobody else's: if the actor has a course of that id, it was created so before, and is not created again */
    public CompletionStage<ChangeResult> create(
            CourseId id, Actor actor, CourseDetails details, CourseState state, List<Module> modules) {
        if (actor.role() == Role.STUDENT) {
            return completedStage(new ChangeResult.Forbidden());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var course =
                new Course(id, null, actor.id(), details, state, modules, Popularity.NONE, now, now, 1);
        return writes.insert(course)
                .thenCompose(stored -> stored ? completedStage(new ChangeResult.Done(course)) : before(id, actor));
    }

    /** Where the id is taken and there is no course, it has been deleted since. */
    private CompletionStage<ChangeResult> before(CourseId id, Actor actor) {
        return writes.retell(id).thenApply(found -> found.<ChangeResult>map(
                course -> actor.id().equals(course.owner())
                        ? new ChangeResult.Done(course)
                        : new ChangeResult.Contended())
                .orElseGet(ChangeResult.NotFound::new));
    }
}
