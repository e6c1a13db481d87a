package lyceum.adapters.web.course;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonReader;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.adapters.web.json.MalformedJson;
import lyceum.application.course.ReadCourse;

/** The modules and lessons of a course: parts of its cached representation, taken out of it away from the event loop. */
@Controller("/courses/{course_id}/modules")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OutlineReads {

    private final ReadCourse courses;
    private final Drafts drafts;
    private final DirectedReads reads;

    OutlineReads(ReadCourse courses, Drafts drafts, DirectedReads reads) {
        this.courses = courses;
        this.drafts = drafts;
        this.reads = reads;
    }

    @Get
    CompletionStage<? extends HttpResponse<?>> modules(
            HttpRequest<?> request, @PathVariable("course_id") String courseId) {
        return part(request, courseId, course -> list("modules", course));
    }

    @Get("/{module_id}")
    CompletionStage<? extends HttpResponse<?>> module(
            HttpRequest<?> request,
            @PathVariable("course_id") String courseId,
            @PathVariable("module_id") String moduleId) {
        return part(request, courseId, course -> element("modules", moduleId, course));
    }

    @Get("/{module_id}/lessons")
    CompletionStage<? extends HttpResponse<?>> lessons(
            HttpRequest<?> request,
            @PathVariable("course_id") String courseId,
            @PathVariable("module_id") String moduleId) {
        return part(request, courseId, course -> list("lessons", element("modules", moduleId, course)));
    }

    @Get("/{module_id}/lessons/{lesson_id}")
    CompletionStage<? extends HttpResponse<?>> lesson(
            HttpRequest<?> request,
            @PathVariable("course_id") String courseId,
            @PathVariable("module_id") String moduleId,
            @PathVariable("lesson_id") String lessonId) {
        return part(
                request,
                courseId,
                course -> element("lessons", lessonId, element("modules", moduleId, course)));
    }

    private CompletionStage<? extends HttpResponse<?>> part(
            HttpRequest<?> request, String courseId, UnaryOperator<Json> part) {
        var id = Ids.course(courseId);
        return reads.read(request, directives -> courses.byId(id, directives))
                .thenCompose(reading -> drafts.orDraft(
                        request, id, reading, body -> JsonWriter.bytes(part.apply(parsed(body)))));
    }

    private static Json parsed(byte[] body) {
        try {
            return JsonReader.read(body);
        } catch (MalformedJson impossible) {
            throw new IllegalStateException("a representation is JSON", impossible);
        }
    }

    /** An array alone cannot grow, hence the object around it. */
    private static Json list(String name, Json parent) {
        return Json.object().put("items", elements(name, parent)).build();
    }

    private static Json element(String name, String id, Json parent) {
        return elements(name, parent).elements().stream()
                .filter(element -> element instanceof Json.Obj object && Json.text(id).equals(object.get("id")))
                .findFirst()
                .orElseThrow(Edits::notFound);
    }

    private static Json.Arr elements(String name, Json parent) {
        return parent instanceof Json.Obj object && object.get(name) instanceof Json.Arr array
                ? array
                : new Json.Arr(List.of());
    }
}
