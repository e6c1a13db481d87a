package lyceum.adapters.web.course;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.function.UnaryOperator;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.adapters.web.problem.Problem;
import lyceum.adapters.web.problem.ProblemType;
import lyceum.adapters.web.problem.Problems;
import lyceum.application.cache.TieredCache;
import lyceum.application.course.Representations;
import lyceum.domain.cache.Content;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseId;

/** Responses that carry courses. The public ones are the cached bytes; this is on the path of every hit. */
@Singleton
final class CourseResponses {

    private static final String PUBLIC = "public, max-age=0, must-revalidate";
    private static final String PRIVATE = "private, no-store";

    private final Representations representations;
    private final TieredCache cache;

    CourseResponses(Representations representations, TieredCache cache) {
        this.representations = representations;
        this.cache = cache;
    }

    /** The cached answer; 304 if the client has it, 404 if it says that there is nothing. */
    MutableHttpResponse<?> of(HttpRequest<?> request, Reading reading) {
        return of(request, reading, UnaryOperator.identity());
    }

    /** @param part what of the body to show; the whole's entity tag does for it, since it changes with every change */
    MutableHttpResponse<?> of(HttpRequest<?> request, Reading reading, UnaryOperator<byte[]> part) {
        var response = switch (reading.answer().content()) {
            case Content.Present present -> conditional(request, present, part).header("Cache-Control", PUBLIC);
            case Content.Absent _ -> notFound(request);
        };
        return withTheWay(response, reading);
    }

    /** What comes from the source itself has no age, and a cache without tiers no way. */
    private MutableHttpResponse<?> withTheWay(MutableHttpResponse<?> response, Reading reading) {
        var now = cache.now();
        if (!reading.loaded()) {
            response.header("Age", Long.toString(Math.max(0, now - reading.answer().entry().loadedAt()) / 1000));
        }
        return reading.answer().steps().isEmpty()
                ? response
                : response.header("Cache-Status", CacheStatus.of(reading, now));
    }

    /** A course that only its owner and the admins may see. */
    MutableHttpResponse<?> privately(HttpRequest<?> request, Course course, UnaryOperator<byte[]> part) {
        return conditional(request, representations.of(course), part).header("Cache-Control", PRIVATE);
    }

    /** A course as a write left it. */
    MutableHttpResponse<?> written(MutableHttpResponse<?> response, Course course) {
        var content = representations.of(course);
        return written(response, content, location(course.id()), content.body().shared());
    }

    /** A part of a course as a write left it; it has the entity tag of the course, as it has when it is read. */
    MutableHttpResponse<?> written(MutableHttpResponse<?> response, Course course, String location, Json part) {
        return written(response, representations.of(course), location, JsonWriter.bytes(part));
    }

    private static MutableHttpResponse<?> written(
            MutableHttpResponse<?> response, Content.Present course, String location, byte[] body) {
        return response.body(body)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .header("ETag", course.etag())
                .header("Content-Location", location)
                .header("Cache-Control", PRIVATE);
    }

    static MutableHttpResponse<?> notFound(HttpRequest<?> request) {
        return Problems.response(request, Problem.of(ProblemType.NOT_FOUND));
    }

    static String location(CourseId id) {
        return "/courses/" + id.value();
    }

    private static MutableHttpResponse<?> conditional(
            HttpRequest<?> request, Content.Present content, UnaryOperator<byte[]> part) {
        var known = request.getHeaders().contains("If-None-Match")
                && EntityTags.weaklyNames(request.getHeaders().getAll("If-None-Match"), content.etag());
        var response = known ? HttpResponse.notModified() : ok(request, part.apply(content.body().shared()));
        return response.header("ETag", content.etag());
    }

    /** The framework drops the body of a HEAD, and would drop its length too. */
    private static MutableHttpResponse<?> ok(HttpRequest<?> request, byte[] body) {
        var response = HttpResponse.ok(body).contentType(MediaType.APPLICATION_JSON_TYPE);
        return request.getMethod() == HttpMethod.HEAD ? response.contentLength(body.length) : response;
    }
}
