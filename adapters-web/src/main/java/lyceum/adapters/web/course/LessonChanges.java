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
import lyceum.domain.course.Course;
import lyceum.domain.course.Module;
import lyceum.domain.identity.Actor;
import org.jspecify.annotations.Nullable;

/** Writes the lessons of a module, and answers with the lesson. */
@Controller("/courses/{course_id}/modules/{module_id}/lessons")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LessonChanges {

    private final Edits edits;
    private final CourseResponses responses;
    private final Once once;
    private final Now now;

    LessonChanges(Edits edits, CourseResponses responses, Once once, Now now) {
        this.edits = edits;
        this.responses = responses;
        this.once = once;
        this.now = now;
    }

    @Post
    CompletionStage<? extends HttpResponse<?>> add(
            HttpRequest<?> request,
            Actor actor,
            @PathVariable("course_id") String courseId,
            @PathVariable("module_id") String moduleId,
            @Body byte @Nullable [] body) {
        var written = Bodies.object(body);
        return once.run(request, actor, body, newIds -> {
            var id = newIds.next();
            return edits.add(
                    request,
                    actor,
                    courseId,
                    course -> Parts.moduleOf(course, id).isPresent(),
                    course -> {
                        var module = Parts.module(course, moduleId);
                        return put(course, module, id, PartForm.ofNew(written, module.lessons().size() + 1));
                    },
                    course -> added(course, id));
        });
    }

    @Put("/{lesson_id}")
    CompletionStage<? extends HttpResponse<?>> replace(
            HttpRequest<?> request,
            Actor actor,
            @PathVariable("course_id") String courseId,
            @PathVariable("module_id") String moduleId,
            @PathVariable("lesson_id") String id,
            @Body byte @Nullable [] body) {
        return edit(request, actor, courseId, moduleId, id, body, PartForm::replacing);
    }

    @Patch("/{lesson_id}")
    @Consumes({CourseChanges.MERGE_PATCH, CourseChanges.JSON})
    CompletionStage<? extends HttpResponse<?>> patch(
            HttpRequest<?> request,
            Actor actor,
            @PathVariable("course_id") String courseId,
            @PathVariable("module_id") String moduleId,
            @PathVariable("lesson_id") String id,
            @Body byte @Nullable [] body) {
        return edit(request, actor, courseId, moduleId, id, body, PartForm::patching);
    }

    @Delete("/{lesson_id}")
    CompletionStage<? extends HttpResponse<?>> delete(
            HttpRequest<?> request,
            Actor actor,
            @PathVariable("course_id") String courseId,
            @PathVariable("module_id") String moduleId,
            @PathVariable("lesson_id") String id) {
        return edits.edit(
                request,
                actor,
                courseId,
                course -> {
                    var module = Parts.module(course, moduleId);
                    var rest = module.withoutLesson(Parts.lesson(module, id).id());
                    return course.with(rest, Parts.place(course, module), now.get());
                },
                _ -> HttpResponse.noContent());
    }

    private Course put(Course course, Module module, String id, PartForm form) {
        var lesson = Outline.lesson(form.fields(), id);
        return form
                .into(() -> course.with(module.with(lesson, form.position()), Parts.place(course, module), now.get()));
    }

    private CompletionStage<? extends HttpResponse<?>> edit(
            HttpRequest<?> request,
            Actor actor,
            String courseId,
            String moduleId,
            String id,
            byte @Nullable [] body,
            PartForm.Way way) {
        var written = Bodies.object(body);
        return edits.edit(
                request,
                actor,
                courseId,
                course -> {
                    var module = Parts.module(course, moduleId);
                    var lesson = Parts.lesson(module, id);
                    var place = Parts.place(module, lesson);
                    return put(course, module, id, way.of(CourseJson.lesson(lesson, place), written, place));
                },
                course -> shown(HttpResponse.ok(), course, moduleId, id));
    }

    /** Where it is now: it may have been there already, and have been moved. */
    private MutableHttpResponse<?> added(Course course, String id) {
        var moduleId = Parts.moduleOf(course, id).orElseThrow(Edits::notFound).id();
        return shown(HttpResponse.created(location(course, moduleId, id)), course, moduleId, id);
    }

    private MutableHttpResponse<?> shown(
            MutableHttpResponse<?> response, Course course, String moduleId, String id) {
        var module = Parts.module(course, moduleId);
        var lesson = Parts.lesson(module, id);
        var json = CourseJson.lesson(lesson, Parts.place(module, lesson));
        return responses.written(response, course, location(course, moduleId, id).toString(), json);
    }

    private static URI location(Course course, String moduleId, String id) {
        return URI.create(CourseResponses.location(course.id()) + "/modules/" + moduleId + "/lessons/" + id);
    }
}
