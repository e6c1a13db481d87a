package lyceum.application.transfer;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers as people write them: with a currency, grouped by thousands, with a decimal point or comma. */
final class Numbers {

    private static final Pattern CURRENCY = Pattern.compile("\\p{Sc}|\\b[A-Z]{3}\\b");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}'’]+");
    private static final Pattern FREE = Pattern.compile("(?i)free|gratis|kostenlos|gratuit[ao]?");

    /** The marks of thousands must stand before three digits each, else they are something else. */
    private static final Pattern POINT = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d{1,2})?");
    private static final Pattern COMMA = Pattern.compile("[-+]?\\d+,(\\d{1,2}|\\d{4,})");
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("[-+]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern GROUPED_BY_POINT =
            Pattern.compile("[-+]?\\d{1,3}(\\.\\d{3})+,\\d+|[-+]?\\d{1,3}(\\.\\d{3}){2,}");

    private static final int MOST_DIGITS = 40;

    private Numbers() {}

    static BigDecimal decimal(Object value) {
        return switch (value) {
            case String text -> sane(parse(text));
            case Number number -> sane(new BigDecimal(number.toString()));
            default -> throw new BadValue("must be a number");
        };
    }

    static BigDecimal price(Object value) {
        if (!(value instanceof String text)) {
            return decimal(value);
        }
        var amount = CURRENCY.matcher(text).replaceAll("").strip();
        return FREE.matcher(amount).matches() ? BigDecimal.ZERO : decimal(amount);
    }

    static long count(Object value) {
        try {
            return decimal(value).longValueExact();
        } catch (ArithmeticException fraction) {
            throw new BadValue("must be a whole number");
        }
    }

    static double fraction(Object value) {
        return decimal(value).doubleValue();
    }

    private static BigDecimal parse(String text) {
        var number = SPACES.matcher(text).replaceAll("");
        if (number.length() > MOST_DIGITS) {
            throw new BadValue("must be a number");
        }
        if (POINT.matcher(number).matches()) {
            return new BigDecimal(number);
        }
        if (GROUPED_BY_COMMA.matcher(number).matches()) {
            return new BigDecimal(number.replace(",", ""));
        }
        if (COMMA.matcher(number).matches() || GROUPED_BY_POINT.matcher(number).matches()) {
            return new BigDecimal(number.replace(".", "").replace(',', '.'));
        }
        throw new BadValue("must be a number");
    }

    /** A number of a few bytes can have a billion digits when it is written out. */
    private static BigDecimal sane(BigDecimal number) {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            throw new BadValue("must be a number of at most " + MOST_DIGITS + " digits");
        }
        return number;
    }
}
