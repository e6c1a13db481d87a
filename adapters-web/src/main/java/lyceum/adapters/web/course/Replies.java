package lyceum.adapters.web.course;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import lyceum.domain.idempotency.Reply;

/** Responses that are given again, byte by byte: those to a creation, whose bodies are JSON. */
final class Replies {

    static final String REPLAYED = "Idempotency-Replayed";

    private static final List<String> HEADERS =
            List.of("Location", "Content-Location", "ETag", "Content-Type", "Cache-Control");

    private static final int LARGEST_BODY = 1 << 20;

    private Replies() {}

    /** Nothing if it is too large to be kept. */
    static Optional<Reply> of(HttpResponse<?> response) {
        var body = response.getBody(byte[].class).orElseGet(() -> new byte[0]);
        if (body.length > LARGEST_BODY) {
            return Optional.empty();
        }
        var headers = new HashMap<String, String>();
        for (var name : HEADERS) {
            response.getHeaders().findFirst(name).ifPresent(value -> headers.put(name, value));
        }
        return Optional.of(new Reply(response.code(), headers, new String(body, UTF_8)));
    }

    static HttpResponse<?> again(Reply reply) {
        var response = HttpResponse.status(HttpStatus.valueOf(reply.status())).body(reply.body().getBytes(UTF_8));
        reply.headers().forEach(response::header);
        return response.header(REPLAYED, "true");
    }
}
