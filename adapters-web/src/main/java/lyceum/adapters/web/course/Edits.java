package lyceum.adapters.web.course;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import lyceum.adapters.web.problem.Problem;
import lyceum.adapters.web.problem.ProblemType;
import lyceum.application.course.ChangeCourse;
import lyceum.application.course.ChangeResult;
import lyceum.application.course.Representations;
import lyceum.domain.course.Course;
import lyceum.domain.identity.Actor;

/** Changes courses for requests, under the preconditions that they state, and answers with what became of it. */
@Singleton
final class Edits {

    private final ChangeCourse changes;
    private final Representations representations;
    private final CourseResponses responses;

    Edits(ChangeCourse changes, Representations representations, CourseResponses responses) {
        this.changes = changes;
        this.representations = representations;
        this.responses = responses;
    }

    CompletionStage<? extends HttpResponse<?>> edit(
            HttpRequest<?> request, Actor actor, String course, UnaryOperator<Course> edit) {
        return edit(request, actor, course, edit, changed -> responses.written(HttpResponse.ok(), changed));
    }

    CompletionStage<? extends HttpResponse<?>> edit(
            HttpRequest<?> request,
            Actor actor,
            String course,
            UnaryOperator<Course> edit,
            Function<Course, MutableHttpResponse<?>> answer) {
        return changes.change(Ids.course(course), actor, precondition(request), edit)
                .thenApply(result -> answer.apply(done(result)));
    }

    /**
     * Adds a part to a course. What {@code there} finds was added by an earlier attempt at the same: then it stays as it is, and
     * the precondition, which is about the time before, has been met.
     */
    CompletionStage<? extends HttpResponse<?>> add(
            HttpRequest<?> request,
            Actor actor,
            String course,
            Predicate<Course> there,
            UnaryOperator<Course> addition,
            Function<Course, MutableHttpResponse<?>> answer) {
        UnaryOperator<Course> edit = found -> there.test(found) ? found : addition.apply(found);
        return changes.change(Ids.course(course), actor, there.or(precondition(request)), edit)
                .thenApply(result -> answer.apply(done(result)));
    }

    CompletionStage<? extends HttpResponse<?>> delete(HttpRequest<?> request, Actor actor, String course) {
        return changes.delete(Ids.course(course), actor, precondition(request)).thenApply(result -> {
            done(result);
            return HttpResponse.noContent();
        });
    }

    /** If-Match compares strongly, If-None-Match weakly (RFC 9110, 13.1). */
    private Predicate<Course> precondition(HttpRequest<?> request) {
        var match = request.getHeaders().getAll("If-Match");
        var noneMatch = request.getHeaders().getAll("If-None-Match");
        return course -> {
            if (match.isEmpty() && noneMatch.isEmpty()) {
                return true;
            }
            var etag = representations.of(course).etag();
            return (match.isEmpty() || EntityTags.stronglyNames(match, etag))
                    && !EntityTags.weaklyNames(noneMatch, etag);
        };
    }

    static Course done(ChangeResult result) {
        return switch (result) {
            case ChangeResult.Done(var course) -> course;
            case ChangeResult.NotFound() -> throw notFound();
            case ChangeResult.Forbidden() -> throw Problem.forbidden(
                    "Only its owner and admins may change a course.").asException();
            case ChangeResult.PreconditionFailed() -> throw Problem.of(ProblemType.PRECONDITION_FAILED)
                    .asException();
            case ChangeResult.Contended() -> throw Problem.of(
                    ProblemType.CONFLICT, "Others changed the course again and again meanwhile.")
                    .with("Retry-After", "1")
                    .asException();
        };
    }

    static RuntimeException notFound() {
        return Problem.of(ProblemType.NOT_FOUND).asException();
    }
}
