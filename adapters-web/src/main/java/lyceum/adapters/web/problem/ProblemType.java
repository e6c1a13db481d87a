package lyceum.adapters.web.problem;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of problem, one per status. Their names are part of the API. */
public enum ProblemType {
    BAD_REQUEST(400, "Bad request", "The request cannot be understood."),
    UNAUTHORIZED(401, "Not signed in", "This needs a valid access token."),
    FORBIDDEN(403, "Not allowed", "This account may not do that."),
    NOT_FOUND(404, "Not found", "There is nothing here."),
    METHOD_NOT_ALLOWED(405, "Method not allowed", "This resource does not know that method."),
    NOT_ACCEPTABLE(406, "Not acceptable", "None of the accepted media types can be had."),
    CONFLICT(409, "Conflict", "The state of the resource does not allow that now."),
    PRECONDITION_FAILED(412, "Precondition failed", "The resource is not in the state that the request expects."),
    CONTENT_TOO_LARGE(413, "Content too large", "The body is larger than the server takes."),
    URI_TOO_LONG(414, "URI too long", "The request line is longer than the server takes."),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type", "The body's media type is not taken here."),
    INVALID_INPUT(422, "Invalid input", "The body is well-formed, but breaks rules."),
    TOO_MANY_REQUESTS(429, "Too many requests",
            "There were too many requests of this kind; wait as long as Retry-After says."),
    HEADERS_TOO_LARGE(431, "Header fields too large", "The header fields are larger than the server takes."),
    INTERNAL_ERROR(500, "Internal error",
            "Something went wrong on our side; the log has it under the incident's number."),
    UNAVAILABLE(503, "Temporarily unavailable",
            "Something that is needed does not answer, or there is too much to do."),
    NOT_CACHED(504, "Not cached", "The answer was to come from a cache only, and none has one that will do.");

    private static final Map<Integer, ProblemType> BY_STATUS =
            Stream.of(values()).collect(Collectors.toMap(ProblemType::status, Function.identity()));

    private final int status;
    private final String title;
    private final String explanation;

    ProblemType(int status, String title, String explanation) {
        this.status = status;
        this.title = title;
        this.explanation = explanation;
    }

    /** The nearest type for a status that the server chose by itself. */
    public static ProblemType of(int status) {
        return BY_STATUS.getOrDefault(status, status < 500 ? BAD_REQUEST : INTERNAL_ERROR);
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String explanation() {
        return explanation;
    }

    /** The URI reference that names the type: its place in the documentation. */
    public String uri() {
        return "/docs#" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
