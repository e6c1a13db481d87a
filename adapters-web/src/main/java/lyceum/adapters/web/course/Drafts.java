package lyceum.adapters.web.course;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import lyceum.adapters.web.identity.Admission;
import lyceum.application.cache.Answer;
import lyceum.application.course.ReadCourse;
import lyceum.domain.cache.Content;
import lyceum.domain.course.CourseId;
import lyceum.domain.identity.Actor;

/**
 * What the public does not see of the catalogue. Who asks is only looked at where the public answer is that there is
 * nothing: everything else is the same for everybody.
 */
@Singleton
final class Drafts {

    private final ReadCourse courses;
    private final Admission admission;
    private final CourseResponses responses;

    Drafts(ReadCourse courses, Admission admission, CourseResponses responses) {
        this.courses = courses;
        this.admission = admission;
        this.responses = responses;
    }

    static boolean ruledOut(HttpRequest<?> request, Answer answer) {
        return answer.content() instanceof Content.Present
                || !request.getHeaders().contains("Authorization");
    }

    /** The public answer, or else the draft if the request comes from one who may change it. */
    CompletionStage<MutableHttpResponse<?>> orDraft(
            HttpRequest<?> request, CourseId id, Reading reading, UnaryOperator<byte[]> part) {
        if (ruledOut(request, reading.answer())) {
            return completedStage(responses.of(request, reading, part));
        }
        return admission.sender(request)
                .thenCompose(sender -> sender.map(actor -> draft(request, id, actor, part))
                        .orElseGet(() -> completedStage(responses.of(request, reading, part))));
    }

    private CompletionStage<MutableHttpResponse<?>> draft(
            HttpRequest<?> request, CourseId id, Actor actor, UnaryOperator<byte[]> part) {
        return courses.toEdit(id, actor)
                .thenApply(found -> found.<MutableHttpResponse<?>>map(
                        course -> responses.privately(request, course, part))
                        .orElseGet(() -> CourseResponses.notFound(request)));
    }
}
