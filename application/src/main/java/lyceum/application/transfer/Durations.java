package lyceum.application.transfer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Lengths of courses, in whole minutes: {@code 90}, {@code 2.5 hours}, {@code 1h 30m}, {@code PT1H30M}. */
final class Durations {

    private static final String RULE = "must be a duration such as 90 min, 2.5 hours, 1h 30m or PT1H30M";
    private static final String PART = "([\\d.,]+)\\s*(h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)\\b";
    private static final Pattern PARTS = Pattern.compile("(" + PART + "[\\s,]*(and\\s+)?)+");
    private static final Pattern ONE_PART = Pattern.compile(PART);

    /** {@code 1h30m}: the boundary of a word that the pattern wants. */
    private static final Pattern UNIT_THEN_DIGIT = Pattern.compile("(?<=[a-z])(?=\\d)");

    private static final BigDecimal SIXTY = new BigDecimal(60);

    private Durations() {}

    /** @param value a bare number is minutes */
    static int minutes(Object value) {
        return rounded(in(value, BigDecimal.ONE));
    }

    /** @param value a bare number is hours */
    static int hours(Object value) {
        return rounded(in(value, SIXTY));
    }

    private static BigDecimal in(Object value, BigDecimal minutesPerUnit) {
        if (!(value instanceof String text)) {
            return Numbers.decimal(value).multiply(minutesPerUnit);
        }
        var lower = UNIT_THEN_DIGIT.matcher(Texts.oneLine(text).toLowerCase(Locale.ROOT)).replaceAll(" ");
        if (PARTS.matcher(lower).matches()) {
            return ONE_PART.matcher(lower).results().map(Durations::part).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return lower.startsWith("p") ? iso(Texts.oneLine(text)) : bare(text).multiply(minutesPerUnit);
    }

    private static BigDecimal part(MatchResult part) {
        var amount = bare(part.group(1));
        return switch (part.group(2).charAt(0)) {
            case 'h' -> amount.multiply(SIXTY);
            case 's' -> amount.divide(SIXTY, 6, RoundingMode.HALF_UP);
            default -> amount;
        };
    }

    private static BigDecimal bare(String text) {
        try {
            return Numbers.decimal(text);
        } catch (BadValue _) {
            throw new BadValue(RULE);
        }
    }

    private static BigDecimal iso(String text) {
        try {
            return new BigDecimal(Duration.parse(text).toSeconds()).divide(SIXTY, 6, RoundingMode.HALF_UP);
        } catch (DateTimeException | ArithmeticException _) {
            throw new BadValue(RULE);
        }
    }

    private static int rounded(BigDecimal minutes) {
        try {
            return minutes.setScale(0, RoundingMode.HALF_UP).intValueExact();
        } catch (ArithmeticException _) {
            throw new BadValue(RULE);
        }
    }
}
