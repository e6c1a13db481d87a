package lyceum.adapters.web.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lyceum.adapters.web.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Reads application/x-www-form-urlencoded as browsers write it (WHATWG URL, 5.1): {@code &} alone separates, {@code +} is a space,
 * and all other characters stand for themselves. Only escapes that are none are refused.
 */
final class FormBody {

    private FormBody() {}

    /** The values of each name, in the order in which they come. */
    static Map<String, List<String>> parameters(byte @Nullable [] body) {
        var parameters = new LinkedHashMap<String, List<String>>();
        // A character for each byte: which bytes make a character in UTF-8 is seen when the escapes are gone.
        var text = body == null ? "" : new String(body, ISO_8859_1);
        for (var pair : text.split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                var value = decoded(equals < 0 ? "" : pair.substring(equals + 1));
                parameters.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length(); i++) {
            var letter = text.charAt(i);
            if (letter == '%') {
                bytes.write(escaped(text, i));
                i += 2;
            } else {
                bytes.write(letter == '+' ? ' ' : letter);
            }
        }
        return bytes.toString(UTF_8);
    }

    private static int escaped(String text, int at) {
        try {
            return HexFormat.fromHexDigits(text, at + 1, at + 3);
        } catch (IndexOutOfBoundsException | NumberFormatException malformed) {
            throw Problem.badRequest("body", "must be a form with valid escapes").asException();
        }
    }
}
