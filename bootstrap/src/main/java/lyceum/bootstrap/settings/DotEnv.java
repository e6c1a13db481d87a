package lyceum.bootstrap.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A {@code .env} file: {@code NAME=value} lines, optionally after {@code export}, with {@code #} comments.
 *
 * <p>In single quotes everything is literal; in double quotes a backslash escapes. Problems name the line and never show
 * it: it may hold a secret.
 */
record DotEnv(Map<String, String> variables, List<Problem> problems) {

    private static final Pattern LINE =
            Pattern.compile("(?:export\\s+)?(?<name>[A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(?<value>.*)");
    private static final Pattern VALUE =
            Pattern.compile(
                    "(?:'(?<literal>[^']*)'|\"(?<escaped>(?:[^\"\\\\]|\\\\.)*)\"|(?<plain>[^'\"#].*?)?)(?:(?<=^|\\s)#.*|\\s+#.*)?\\s*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    static DotEnv read(Path file) {
        if (!Files.isRegularFile(file)) {
            return new DotEnv(Map.of(), List.of());
        }
        try {
            return parse(Files.readString(file));
        } catch (IOException e) {
            return new DotEnv(Map.of(), List.of(new Problem(file.toString(), "cannot be read as UTF-8 text")));
        }
    }

    static DotEnv parse(String text) {
        DotEnv result = new DotEnv(new LinkedHashMap<>(), new ArrayList<>());
        List<String> lines = (text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text).lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            result.add(number, lines.get(number - 1).strip());
        }
        return result;
    }

    private void add(int number, String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            problems.add(new Problem(".env line " + number, "is not of the form NAME=value"));
            return;
        }
        Matcher value = VALUE.matcher(parts.group("value"));
        if (value.matches()) {
            variables.put(parts.group("name"), unquoted(value));
        } else {
            problems.add(new Problem(".env line " + number, "has a quote that is not closed, or text behind it"));
        }
    }

    private static String unquoted(Matcher value) {
        String escaped = value.group("escaped");
        if (escaped != null) {
            return ESCAPE.matcher(escaped).replaceAll(escape -> Matcher.quoteReplacement(escaped(escape.group(1))));
        }
        String literal = value.group("literal");
        return literal != null ? literal : Objects.requireNonNullElse(value.group("plain"), "");
    }

    private static String escaped(String letter) {
        return switch (letter) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> letter;
        };
    }
}
