package lyceum.adapters.web.course;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code name}, {@code name=token} and {@code name="text"}, between commas, off the lines of a field. What is none of
 * these is passed over, up to the next comma; of two with one name the first counts.
 */
final class DirectiveScanner {

    private static final String MARKS = "!#$%&'*+-.^_`|~";

    private final String line;
    private int at;

    private DirectiveScanner(String line) {
        this.line = line;
    }

    /** By their names in small letters; without a value, the empty text. */
    static Map<String, String> directives(List<String> lines) {
        var found = new HashMap<String, String>();
        lines.forEach(line -> new DirectiveScanner(line).scan(found));
        return found;
    }

    private void scan(Map<String, String> found) {
        while (at < line.length()) {
            skipSpace();
            var name = token().toLowerCase(Locale.ROOT);
            var value = value();
            skipSpace();
            var complete = at == line.length() || line.charAt(at) == ',';
            if (complete && value != null && !name.isEmpty()) {
                found.putIfAbsent(name, value);
            }
            var comma = line.indexOf(',', at);
            at = comma < 0 ? line.length() : comma + 1;
        }
    }

    private @Nullable String value() {
        if (!next('=')) {
            return "";
        }
        var value = next('"') ? quoted() : token();
        return value == null || value.isEmpty() ? null : value;
    }

    private String token() {
        var begin = at;
        while (at < line.length() && isTokenPart(line.charAt(at))) {
            at++;
        }
        return line.substring(begin, at);
    }

    private static boolean isTokenPart(char c) {
        return (c < 0x80 && Character.isLetterOrDigit(c)) || MARKS.indexOf(c) >= 0;
    }

    private @Nullable String quoted() {
        var text = new StringBuilder();
        while (at < line.length() && line.charAt(at) != '"') {
            if (line.charAt(at) == '\\') {
                at++;
            }
            if (at < line.length()) {
                text.append(line.charAt(at++));
            }
        }
        return next('"') ? text.toString() : null;
    }

    private boolean next(char wanted) {
        var there = at < line.length() && line.charAt(at) == wanted;
        if (there) {
            at++;
        }
        return there;
    }

    private void skipSpace() {
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
            at++;
        }
    }
}
