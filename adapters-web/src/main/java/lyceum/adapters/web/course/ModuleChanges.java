package lyceum.adapters.web.course;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
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
import lyceum.domain.course.Course;
import lyceum.domain.identity.Actor;
import org.jspecify.annotations.Nullable;

/** Writes the modules of a course, and answers with the module. */
@Controller("/courses/{course_id}/modules")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ModuleChanges {

    private final Edits edits;
    private final CourseResponses responses;
    private final Once once;
    private final IdSource ids;
    private final Now now;

    ModuleChanges(Edits edits, CourseResponses responses, Once once, IdSource ids, Now now) {
        this.edits = edits;
        this.responses = responses;
        this.once = once;
        this.ids = ids;
        this.now = now;
    }

    @Post
    CompletionStage<? extends HttpResponse<?>> add(
            HttpRequest<?> request,
            Actor actor,
            @PathVariable("course_id") String courseId,
            @Body byte @Nullable [] body) {
        var written = Bodies.object(body);
        return once.run(request, actor, body, newIds -> {
            var id = newIds.next();
            return edits.add(
                    request,
                    actor,
                    courseId,
                    course -> course.module(id).isPresent(),
                    course -> put(course, id, PartForm.ofNew(written, course.modules().size() + 1), newIds),
                    course -> shown(HttpResponse.created(location(course, id)), course, id));
        });
    }

    @Put("/{module_id}")
    CompletionStage<? extends HttpResponse<?>> replace(
            HttpRequest<?> request,
            Actor actor,
            @PathVariable("course_id") String courseId,
            @PathVariable("module_id") String id,
            @Body byte @Nullable [] body) {
        return edit(request, actor, courseId, id, body, PartForm::replacing);
    }

    @Patch("/{module_id}")
    @Consumes({CourseChanges.MERGE_PATCH, CourseChanges.JSON})
    CompletionStage<? extends HttpResponse<?>> patch(
            HttpRequest<?> request,
            Actor actor,
            @PathVariable("course_id") String courseId,
            @PathVariable("module_id") String id,
            @Body byte @Nullable [] body) {
        return edit(request, actor, courseId, id, body, PartForm::patching);
    }

    @Delete("/{module_id}")
    CompletionStage<? extends HttpResponse<?>> delete(
            HttpRequest<?> request,
            Actor actor,
            @PathVariable("course_id") String courseId,
            @PathVariable("module_id") String id) {
        return edits.edit(
                request,
                actor,
                courseId,
                course -> course.withoutModule(Parts.module(course, id).id(), now.get()),
                _ -> HttpResponse.noContent());
    }

    private Course put(Course course, String id, PartForm form, IdSource idsOfLessons) {
        var module = new Outline(idsOfLessons, course).module(form.fields(), id);
        return form.into(() -> course.with(module, form.position(), now.get()));
    }

    private CompletionStage<? extends HttpResponse<?>> edit(
            HttpRequest<?> request,
            Actor actor,
            String courseId,
            String id,
            byte @Nullable [] body,
            PartForm.Way way) {
        var written = Bodies.object(body);
        return edits.edit(
                request,
                actor,
                courseId,
                course -> {
                    var module = Parts.module(course, id);
                    var place = Parts.place(course, module);
                    return put(course, id, way.of(CourseJson.module(module, place), written, place), ids);
                },
                course -> shown(HttpResponse.ok(), course, id));
    }

    private MutableHttpResponse<?> shown(MutableHttpResponse<?> response, Course course, String id) {
        var module = Parts.module(course, id);
        var json = CourseJson.module(module, Parts.place(course, module));
        return responses.written(response, course, location(course, id).toString(), json);
    }

    private static URI location(Course course, String id) {
        return URI.create(CourseResponses.location(course.id()) + "/modules/" + id);
    }
}
