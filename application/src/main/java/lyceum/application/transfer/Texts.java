package lyceum.application.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Text as catalogues really have it: with line breaks in titles, doubled spaces and invisible characters. */
final class Texts {

    /** Invisible marks that reorder or hide text; the domain refuses them. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern LONE_RETURN = Pattern.compile("\\r(?!\\n)");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]");
    private static final Pattern SEPARATORS = Pattern.compile("[,;|]");

    private Texts() {}

    static String line(Object value) {
        return oneLine(plain(value));
    }

    static String oneLine(String text) {
        return isTidy(text) ? text : tidied(text);
    }

    /** Whether there is nothing to mend; most texts are so, and this is much cheaper than mending. */
    private static boolean isTidy(String text) {
        var before = ' ';
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return text.isEmpty() || before != ' ';
    }

    private static String tidied(String text) {
        return GAPS.matcher(INVISIBLE.matcher(text).replaceAll("")).replaceAll(" ").strip();
    }

    /** Keeps line breaks and tabs. */
    static String paragraphs(Object value) {
        var visible = INVISIBLE.matcher(plain(value)).replaceAll("");
        return CONTROL.matcher(LONE_RETURN.matcher(visible).replaceAll("\n")).replaceAll(" ");
    }

    /** A list, or text with commas, semicolons or bars between the elements; each is kept once. */
    static List<String> list(Object value) {
        var elements = value instanceof Collection<?> collection
                ? new ArrayList<Object>(collection)
                : List.of((Object[]) SEPARATORS.split(plain(value)));
        var lines = new LinkedHashSet<String>();
        elements.forEach(element -> lines.add(line(element)));
        lines.remove("");
        return List.copyOf(lines);
    }

    private static String plain(Object value) {
        return switch (value) {
            case String text -> text;
            case Number number -> Numbers.decimal(number).toPlainString();
            default -> throw new BadValue("must be text");
        };
    }
}
