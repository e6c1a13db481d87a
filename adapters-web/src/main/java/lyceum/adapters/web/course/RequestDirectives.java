package lyceum.adapters.web.course;

import io.micronaut.http.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import lyceum.application.cache.Directives;
import org.jspecify.annotations.Nullable;

/**
 * What the header of a request asks of its answer (RFC 9111, 5.2.1 and 5.4). What makes no sense is passed over. So is {@code
 * no-store}: nothing of a request is stored, and the answer is the same for everybody.
 */
final class RequestDirectives {

    /** Any larger number counts as this (RFC 9111, 1.2.2). */
    private static final long MOST_SECONDS = 1L << 31;

    private RequestDirectives() {}

    static boolean none(HttpHeaders headers) {
        return headers.get("Cache-Control") == null && headers.get("Pragma") == null;
    }

    static Directives of(HttpHeaders headers) {
        var lines = headers.getAll("Cache-Control");
        if (lines.isEmpty()) {
            var pragma = DirectiveScanner.directives(headers.getAll("Pragma"));
            return new Directives(noCache(pragma) ? Duration.ZERO : null, null, Duration.ZERO, false);
        }
        var given = DirectiveScanner.directives(lines);
        return new Directives(
                noCache(given) ? Duration.ZERO : seconds(given.get("max-age")),
                seconds(given.get("min-fresh")),
                maxStale(given.get("max-stale")),
                given.containsKey("only-if-cached"));
    }

    private static boolean noCache(Map<String, String> given) {
        return given.containsKey("no-cache");
    }

    /** Without a number, however stale. */
    private static Duration maxStale(@Nullable String value) {
        var given = "".equals(value) ? Duration.ofSeconds(MOST_SECONDS) : seconds(value);
        return given == null ? Duration.ZERO : given;
    }

    private static @Nullable Duration seconds(@Nullable String value) {
        if (value == null || value.isEmpty() || !value.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        var number = value.replaceFirst("^0+(?=.)", "");
        return Duration.ofSeconds(number.length() > 10 ? MOST_SECONDS : Math.min(MOST_SECONDS, Long.parseLong(number)));
    }
}
