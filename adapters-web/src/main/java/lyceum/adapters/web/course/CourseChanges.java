package lyceum.adapters.web.course;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import lyceum.adapters.web.problem.Bodies;
import lyceum.application.IdSource;
import lyceum.application.course.CreateCourse;
import lyceum.domain.course.CourseId;
import lyceum.domain.identity.Actor;
import org.jspecify.annotations.Nullable;

/** Writes whole courses. */
@Controller("/courses")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CourseChanges {

    static final String MERGE_PATCH = "application/merge-patch+json";
    static final String JSON = "application/json";

    private final CreateCourse create;
    private final Edits edits;
    private final CourseResponses responses;
    private final Once once;
    private final IdSource ids;
    private final Now now;

    CourseChanges(
            CreateCourse create, Edits edits, CourseResponses responses, Once once, IdSource ids, Now now) {
        this.create = create;
        this.edits = edits;
        this.once = once;
        this.responses = responses;
        this.ids = ids;
        this.now = now;
    }

    @Post
    CompletionStage<? extends HttpResponse<?>> create(
            HttpRequest<?> request, Actor actor, @Body byte @Nullable [] body) {
        var written = Bodies.object(body);
        return once.run(request, actor, body, newIds -> {
            var id = new CourseId(newIds.next());
            var form = CourseForm.ofNew(written, newIds);
            return create.create(id, actor, form.details(), form.state(), form.modules())
                    .thenApply(Edits::done)
                    .thenApply(course -> responses.written(
                            HttpResponse.created(URI.create(CourseResponses.location(course.id()))), course));
        });
    }

    @Put("/{course_id}")
    CompletionStage<? extends HttpResponse<?>> replace(
            HttpRequest<?> request, Actor actor, @PathVariable("course_id") String id, @Body byte @Nullable [] body) {
        var written = Bodies.object(body);
        return edits.edit(request, actor, id, course -> {
            var form = CourseForm.replacing(course, written, ids);
            return course.edited(form.details(), form.state(), form.modules(), now.get());
        });
    }

    @Patch("/{course_id}")
    @Consumes({MERGE_PATCH, JSON})
    CompletionStage<? extends HttpResponse<?>> patch(
            HttpRequest<?> request, Actor actor, @PathVariable("course_id") String id, @Body byte @Nullable [] body) {
        var changes = Bodies.object(body);
        return edits.edit(request, actor, id, course -> {
            var form = CourseForm.patching(course, changes, ids);
            return course.edited(form.details(), form.state(), form.modules(), now.get());
        });
    }

    @Delete("/{course_id}")
    CompletionStage<? extends HttpResponse<?>> delete(
            HttpRequest<?> request, Actor actor, @PathVariable("course_id") String id) {
        return edits.delete(request, actor, id);
    }
}
