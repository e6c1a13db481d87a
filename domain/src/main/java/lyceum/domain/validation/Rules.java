package lyceum.domain.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects violations below a path, and throws them all at the end. */
public final class Rules {

    /** Control, private-use and unassigned characters, and the invisible ones that reorder or hide text. */
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Co}\\p{Cs}\\p{Cn}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private final String path;
    private final List<Violation> violations;

    private Rules(String path, List<Violation> violations) {
        this.path = path;
        this.violations = violations;
    }

    public static Rules begin() {
        return new Rules("", new ArrayList<>());
    }

    /** Rules for what lies below a field; they report to the same list. */
    public Rules below(String field) {
        return new Rules(path + field + '.', violations);
    }

    public Rules require(boolean holds, String field, String rule) {
        if (!holds) {
            violations.add(new Violation(path + field, rule));
        }
        return this;
    }

    /** One line of text, without leading or trailing space; lengths count code points. */
    public Rules line(String field, String text, int min, int max) {
        length(field, text, min, max);
        require(text.equals(text.strip()), field, "must not begin or end with white space");
        return require(!UNPRINTABLE.matcher(text).find(), field, "must not contain control characters");
    }

    /** Text of several lines: tabs and line feeds are fine, other control characters are not. */
    public Rules text(String field, String text, int max) {
        length(field, text, 0, max);
        var visible = text.replace("\r\n", "\n").replace('\n', ' ').replace('\t', ' ');
        return require(!UNPRINTABLE.matcher(visible).find(), field, "must not contain control characters");
    }

    public Rules range(String field, long value, long min, long max) {
        return require(value >= min && value <= max, field, "must be between " + min + " and " + max);
    }

    private void length(String field, String text, int min, int max) {
        var length = text.codePointCount(0, text.length());
        require(length >= min && length <= max, field, "must have " + min + " to " + max + " characters");
    }

    public void enforce() {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }
}
