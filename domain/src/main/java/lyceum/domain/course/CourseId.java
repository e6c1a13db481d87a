package lyceum.domain.course;

import java.util.Optional;
import java.util.regex.Pattern;

/** 24 lower-case hexadecimal digits: the form of a MongoDB ObjectId. */
public record CourseId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");

    public CourseId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a course id");
        }
    }

    public static Optional<CourseId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new CourseId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
