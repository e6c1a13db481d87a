package lyceum.application.transfer;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a row can say of a course, by the name it has in a mapping and in an export. */
public enum Field {
    /** The id the catalogue knows the course by; every row needs one. */
    EXTERNAL_ID,
    TITLE,
    SLUG,
    SUMMARY,
    DESCRIPTION,
    CATEGORY,
    DIFFICULTY,
    LANGUAGE,
    TAGS,
    INSTRUCTOR,
    DURATION_MINUTES,
    /** The same in hours; not looked at where there are minutes. */
    DURATION_HOURS,
    PRICE,
    STATE,
    RATING_AVERAGE,
    RATING_COUNT,
    ENROLLMENT_COUNT,
    /** When the course was created. */
    PUBLISHED_AT,
    MODULES;

    private static final Map<String, Field> BY_NAME =
            Arrays.stream(values()).collect(toUnmodifiableMap(Field::fieldName, field -> field));

    private final String fieldName = name().toLowerCase(Locale.ROOT);

    public String fieldName() {
        return fieldName;
    }

    static Optional<Field> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    static String allNames() {
        return Arrays.stream(values()).map(Field::fieldName).collect(joining(", "));
    }
}
