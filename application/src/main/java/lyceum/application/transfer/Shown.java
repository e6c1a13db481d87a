package lyceum.application.transfer;

/** Foreign text made safe to show in a message. */
final class Shown {

    private static final int ENOUGH = 60;

    private Shown() {}

    static String quoted(String text) {
        var line = Texts.oneLine(text);
        var shown = line.codePointCount(0, line.length()) <= ENOUGH
                ? line
                : line.substring(0, line.offsetByCodePoints(0, ENOUGH)) + "…";
        return "'" + shown + "'";
    }
}
