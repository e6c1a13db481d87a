package lyceum.domain.idempotency;

import java.util.Map;

/** How a request was answered, to be answered so again. */
public record Reply(int status, Map<String, String> headers, String body) {

    public Reply {
        headers = Map.copyOf(headers);
    }
}
