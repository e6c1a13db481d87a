package lyceum.application.transfer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Points in time in ISO 8601, to the second or the day, or counted from 1970; without a zone they are UTC. */
final class Dates {

    private static final String RULE = "must be a date such as 2026-01-31 or 2026-01-31T12:00:00Z";
    private static final Pattern DIGITS = Pattern.compile("\\d{9,14}");
    private static final Pattern SPACE = Pattern.compile("(?<=\\d) (?=\\d)");
    private static final Pattern SPACE_BEFORE_ZONE = Pattern.compile(" (?=[-+Z])| ?UTC$");

    /** Seconds from here on would lie after the year 5000, so they are milliseconds. */
    private static final long FIRST_MILLIS = 100_000_000_000L;

    /** Smaller numbers are a year, a day written without hyphens, or nothing that a course's date can be. */
    private static final long FIRST_SECONDS = 100_000_000;

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final DateTimeFormatter OFFSET_WITHOUT_COLON = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HHmm", "Z")
            .toFormatter(Locale.ROOT);

    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> OffsetDateTime.parse(text, OFFSET_WITHOUT_COLON).toInstant(),
            text -> ZonedDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).toInstant(ZoneOffset.UTC),
            text -> LocalDate.parse(text, DateTimeFormatter.ISO_DATE).atStartOfDay().toInstant(ZoneOffset.UTC));

    private Dates() {}

    static Instant instant(Object value) {
        var instant = value instanceof Number ? counted(Numbers.count(value)) : parse(Texts.line(value));
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new BadValue("must be between the years 1900 and 2200");
        }
        return instant.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant counted(long number) {
        if (number < FIRST_SECONDS) {
            throw new BadValue(RULE);
        }
        return number < FIRST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
    }

    private static Instant parse(String text) {
        if (DIGITS.matcher(text).matches()) {
            return counted(Long.parseLong(text));
        }
        var iso = SPACE_BEFORE_ZONE.matcher(SPACE.matcher(text).replaceFirst("T")).replaceFirst("");
        for (var form : FORMS) {
            try {
                return form.apply(iso);
            } catch (DateTimeException _) {
                // It may be of the next form.
            }
        }
        throw new BadValue(RULE);
    }
}
