package lyceum.bootstrap.settings;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a number with a unit behind it. */
final class Quantity {

    /** Few enough digits that no unit can overflow a long. */
    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})\\s?([A-Za-z]*)");

    private static final Map<String, Long> MILLIS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);
    private static final Map<String, Long> BYTES =
            Map.of("", 1L, "b", 1L, "kb", 1L << 10, "mb", 1L << 20, "gb", 1L << 30);

    private Quantity() {}

    static Duration time(String text) throws BadValue {
        return Duration.ofMillis(times(text, MILLIS, "is not a number with one of the units ms, s, m, h, d"));
    }

    static Long bytes(String text) throws BadValue {
        return times(text, BYTES, "is not a number with one of the units B, KB, MB, GB");
    }

    private static long times(String text, Map<String, Long> units, String fault) throws BadValue {
        Matcher parts = SHAPE.matcher(text);
        Long unit = parts.matches() ? units.get(parts.group(2).toLowerCase(Locale.ROOT)) : null;
        if (unit == null) {
            throw new BadValue(fault);
        }
        return Long.parseLong(parts.group(1)) * unit;
    }
}
