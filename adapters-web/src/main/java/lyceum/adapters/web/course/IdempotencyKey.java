package lyceum.adapters.web.course;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpRequest;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import lyceum.adapters.web.problem.Problem;
import lyceum.application.Digests;
import lyceum.domain.idempotency.KeyedRequest;
import lyceum.domain.identity.Actor;
import org.jspecify.annotations.Nullable;

/** What a client calls a request that it may send again (draft-ietf-httpapi-idempotency-key-header-07). */
final class IdempotencyKey {

    static final String FIELD = "Idempotency-Key";

    /** A string of structured fields (RFC 8941, 3.3.3), but for the space. */
    private static final Pattern STRING =
            Pattern.compile("\"((?:[\\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\"\\\\]){1,255})\"");

    /** Many send it so. What would begin a second value, or parameters, is no part of it. */
    private static final Pattern BARE = Pattern.compile("[\\x21-\\x7e&&[^\",;\\\\]]{1,255}");

    private IdempotencyKey() {}

    /** The key without its quotes, so that it is the same with and without them. */
    static Optional<String> of(HttpRequest<?> request) {
        var fields = request.getHeaders().getAll(FIELD);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        var key = fields.size() == 1 ? parse(fields.getFirst()) : null;
        if (key == null) {
            throw Problem.badRequest(FIELD, "must be one string of 1 to 255 visible ASCII characters").asException();
        }
        return Optional.of(key);
    }

    /** The request with its scope and its content, if it has a key. Parts are joined by what none of them can contain. */
    static Optional<KeyedRequest> request(HttpRequest<?> request, Actor actor, byte @Nullable [] body) {
        return of(request).map(key -> {
            var path = request.getUri().getRawPath();
            var scope = String.join("\n", actor.id().value(), request.getMethodName(), path, key);
            return new KeyedRequest(hash(scope.getBytes(UTF_8)), hash(content(request, body)));
        });
    }

    private static byte[] content(HttpRequest<?> request, byte @Nullable [] body) {
        var content = new ByteArrayOutputStream();
        var type = request.getHeaders().findFirst("Content-Type").orElse("");
        content.writeBytes((type + '\n').getBytes(UTF_8));
        content.writeBytes(body == null ? new byte[0] : body);
        return content.toByteArray();
    }

    private static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Digests.sha256(bytes));
    }

    private static @Nullable String parse(String field) {
        var string = STRING.matcher(field);
        if (string.matches()) {
            return string.group(1).replaceAll("\\\\(.)", "$1");
        }
        return BARE.matcher(field).matches() ? field : null;
    }
}
