package lyceum.adapters.web.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Failures that are ours: the log gets the cause, the client only the number under which the log has it. */
final class Incidents {

    private static final Logger LOG = LoggerFactory.getLogger(Incidents.class);

    private Incidents() {}

    static Problem problem(String method, @Nullable Throwable cause) {
        var number = UUID.randomUUID().toString();
        LOG.error("incident {} in a {} request", number, method, cause);
        return Problem.of(ProblemType.INTERNAL_ERROR, "Something went wrong on our side: incident " + number)
                .with("Lyceum-Incident", number);
    }
}
