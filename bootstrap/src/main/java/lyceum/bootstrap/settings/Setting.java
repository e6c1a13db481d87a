package lyceum.bootstrap.settings;

import java.util.Optional;

/**
 * One line of the table of settings.
 *
 * @param preset the value taken when none is given, as an operator would write it; empty if there is none
 * @param secret a secret value is never repeated in a message
 */
record Setting<T>(String name, String preset, Format<T> format, boolean secret, String meaning) {

    static <T> Setting<T> withDefault(String name, String preset, Format<T> format, String meaning) {
        return new Setting<>(name, preset, format, false, meaning);
    }

    static <T> Setting<T> optional(String name, Format<T> format, String meaning) {
        return new Setting<>(name, "", format, false, meaning);
    }

    static <T> Setting<T> secret(String name, Format<T> format, String meaning) {
        return new Setting<>(name, "", format, true, meaning);
    }

    Optional<T> parse(String text) throws BadValue {
        return text.isBlank() ? Optional.empty() : Optional.of(format.parser().parse(text.strip()));
    }

    Problem problem(String text, String fault) {
        String given = secret ? "" : "\"" + shortened(text) + "\" ";
        return new Problem(name, given + fault + "; allowed: " + format.allowed());
    }

    private static String shortened(String text) {
        String printable = text.strip().replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= 40 ? printable : printable.substring(0, 40) + "...";
    }
}
