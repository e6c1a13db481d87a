package lyceum.adapters.web.problem;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Gives the framework's own refusals, such as 404, 405 and 415, the form of all others. */
@Primary
@Singleton
final class FrameworkErrors implements ErrorResponseProcessor<byte[]> {

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<byte[]> processResponse(ErrorContext context, MutableHttpResponse<?> response) {
        var request = context.getRequest();
        var broken = BrokenRequests.problem(request);
        var problem = broken.orElseGet(() -> problem(context, response.code()));
        return (MutableHttpResponse<byte[]>) Problems.fill(response.status(problem.type().status()), request, problem);
    }

    private static Problem problem(ErrorContext context, int status) {
        var request = context.getRequest();
        return switch (ProblemType.of(status)) {
            case INTERNAL_ERROR -> Incidents.problem(
                    request.getMethodName(), context.getRootCause().orElse(null));
            case UNSUPPORTED_MEDIA_TYPE -> unsupported(request);
            case ProblemType type -> Problem.of(type);
        };
    }

    private static Problem unsupported(HttpRequest<?> request) {
        var problem = Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        return request.getMethod() == HttpMethod.PATCH
                ? problem.with("Accept-Patch", "application/merge-patch+json, application/json")
                : problem;
    }
}
