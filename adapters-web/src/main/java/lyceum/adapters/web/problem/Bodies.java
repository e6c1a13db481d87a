package lyceum.adapters.web.problem;

import java.util.List;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonReader;
import lyceum.adapters.web.json.MalformedJson;
import lyceum.domain.validation.Violation;
import org.jspecify.annotations.Nullable;

/** JSON bodies of requests. */
public final class Bodies {

    private Bodies() {}

    /** The object that the body is: 400 if it is no JSON, 422 if it is another value. */
    public static Json.Obj object(byte @Nullable [] body) {
        try {
            if (JsonReader.read(body == null ? new byte[0] : body) instanceof Json.Obj object) {
                return object;
            }
        } catch (MalformedJson malformed) {
            throw Problem.of(ProblemType.BAD_REQUEST, "The body cannot be read: " + malformed.getMessage() + '.')
                    .asException();
        }
        throw Problem.invalid(ProblemType.INVALID_INPUT, List.of(new Violation("body", "must be an object")))
                .asException();
    }
}
