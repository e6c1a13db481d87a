package lyceum.adapters.web.course;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import java.util.concurrent.CompletionStage;
import lyceum.application.course.ListCourses;
import lyceum.application.course.ReadCourse;

/**
 * The public catalogue. What the nearest tier has is answered on the event loop; all else is a stage that completes
 * elsewhere. No method here blocks.
 */
@Controller("/courses")
final class CourseReads {

    private final ListCourses lists;
    private final ReadCourse courses;
    private final Drafts drafts;
    private final CourseResponses responses;
    private final DirectedReads reads;

    CourseReads(
            ListCourses lists, ReadCourse courses, Drafts drafts, CourseResponses responses, DirectedReads reads) {
        this.lists = lists;
        this.courses = courses;
        this.drafts = drafts;
        this.responses = responses;
        this.reads = reads;
    }

    @Get
    CompletionStage<? extends HttpResponse<?>> list(HttpRequest<?> request) {
        var query = ListQuery.of(request.getParameters());
        var near = DirectedReads.undirected(request) ? lists.peek(query) : null;
        return near != null
                ? completedStage(responses.of(request, Reading.of(near)))
                : reads.read(request, directives -> lists.list(query, directives))
                        .thenApply(reading -> responses.of(request, reading));
    }

    @Get("/{course_id}")
    CompletionStage<? extends HttpResponse<?>> one(HttpRequest<?> request, @PathVariable("course_id") String text) {
        var id = Ids.course(text);
        var near = DirectedReads.undirected(request) ? courses.peek(id) : null;
        return near != null && Drafts.ruledOut(request, near)
                ? completedStage(responses.of(request, Reading.of(near)))
                : reads.read(request, directives -> courses.byId(id, directives))
                        .thenCompose(reading -> drafts.orDraft(request, id, reading, body -> body));
    }
}
