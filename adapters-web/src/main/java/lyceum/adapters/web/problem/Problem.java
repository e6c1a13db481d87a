package lyceum.adapters.web.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lyceum.domain.validation.Violation;

/**
 * What is told to a client that cannot have what it wants.
 *
 * @param detail for a human; it never repeats what the client sent, nor what went on inside
 * @param headers header fields that belong to the answer
 */
public record Problem(ProblemType type, String detail, List<Violation> errors, Map<String, String> headers) {

    public Problem {
        errors = List.copyOf(errors);
        headers = Map.copyOf(headers);
    }

    public static Problem of(ProblemType type) {
        return of(type, type.explanation());
    }

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Map.of());
    }

    public static Problem invalid(ProblemType type, List<Violation> errors) {
        return new Problem(type, errors.size() == 1 ? "A rule is broken." : "Rules are broken.", errors, Map.of());
    }

    public static Problem badRequest(String field, String rule) {
        return invalid(ProblemType.BAD_REQUEST, List.of(new Violation(field, rule)));
    }

    /** With the challenge that RFC 6750 asks for: the token is good, and what it is good for is not enough. */
    public static Problem forbidden(String detail) {
        return of(ProblemType.FORBIDDEN, detail)
                .with("WWW-Authenticate", "Bearer realm=\"lyceum\", error=\"insufficient_scope\"");
    }

    public static Problem unavailable(String detail) {
        return of(ProblemType.UNAVAILABLE, detail).with("Retry-After", "1");
    }

    public Problem with(String header, String value) {
        return with(Map.of(header, value));
    }

    public Problem with(Map<String, String> others) {
        var more = new HashMap<>(headers);
        more.putAll(others);
        return new Problem(type, detail, errors, more);
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
