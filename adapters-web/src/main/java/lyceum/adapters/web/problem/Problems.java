package lyceum.adapters.web.problem;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.domain.validation.Violation;

/** Writes problems down. */
public final class Problems {

    public static final MediaType MEDIA_TYPE = MediaType.of("application/problem+json");

    /** Enough to mend anything; a hostile body could break a rule at every byte. */
    private static final int ERRORS_SHOWN = 100;

    private Problems() {}

    public static MutableHttpResponse<?> response(HttpRequest<?> request, Problem problem) {
        return fill(HttpResponse.status(HttpStatus.valueOf(problem.type().status())), request, problem);
    }

    static MutableHttpResponse<?> fill(MutableHttpResponse<?> response, HttpRequest<?> request, Problem problem) {
        problem.headers().forEach(response::header);
        if (!response.getHeaders().contains("Cache-Control")) {
            response.header("Cache-Control", "no-store");
        }
        return request.getMethod() == HttpMethod.HEAD
                ? response
                : response.body(JsonWriter.bytes(json(request, problem))).contentType(MEDIA_TYPE);
    }

    private static Json json(HttpRequest<?> request, Problem problem) {
        var type = problem.type();
        var json = Json.object()
                .put("type", type.uri())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", problem.detail())
                .put("instance", request.getUri().getRawPath());
        if (!problem.errors().isEmpty()) {
            var shown = problem.errors().stream().limit(ERRORS_SHOWN).toList();
            json.put("errors", Json.array(shown, Problems::json));
        }
        return json.build();
    }

    private static Json json(Violation violation) {
        return Json.object()
                .put("field", violation.field())
                .put("rule", violation.rule())
                .build();
    }
}
