package lyceum.adapters.web.problem;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import lyceum.application.cache.Failures;
import lyceum.application.cache.NotCached;
import lyceum.application.cache.Overloaded;
import lyceum.application.cache.SourceUnavailable;
import lyceum.domain.cache.TierUnavailable;
import lyceum.domain.course.CatalogueUnavailable;
import lyceum.domain.idempotency.LedgerUnavailable;
import lyceum.domain.identity.AccountsUnavailable;
import lyceum.domain.validation.InvalidInput;

/** Answers for whatever a request throws that the framework has no answer for. */
@Singleton
final class FailureHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    @Override
    public HttpResponse<?> handle(@SuppressWarnings("rawtypes") HttpRequest request, Throwable failure) {
        return Problems.response(request, problem(request, Failures.unwrap(failure)));
    }

    private static Problem problem(HttpRequest<?> request, Throwable failure) {
        return switch (failure) {
            case ProblemException known -> known.problem();
            case InvalidInput input -> Problem.invalid(blamed(request), input.violations());
            case CatalogueUnavailable _,SourceUnavailable _ -> Problem.unavailable("The catalogue does not answer.");
            case AccountsUnavailable _ -> Problem.unavailable("The accounts do not answer.");
            case LedgerUnavailable _ -> Problem.unavailable("The record of requests does not answer.");
            case TierUnavailable _ -> Problem.unavailable("A cache that this needs does not answer.");
            case Overloaded _ -> Problem.unavailable("There is too much to do.");
            case NotCached _ -> Problem.of(ProblemType.NOT_CACHED);
            default -> Incidents.problem(request.getMethodName(), failure);
        };
    }

    /** A request without a body broke a rule with its address. */
    private static ProblemType blamed(HttpRequest<?> request) {
        return HttpMethod.permitsRequestBody(request.getMethod()) && request.getMethod() != HttpMethod.DELETE
                ? ProblemType.INVALID_INPUT
                : ProblemType.BAD_REQUEST;
    }
}
