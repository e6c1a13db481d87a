package lyceum.domain.identity;

import java.util.regex.Pattern;

/** 24 lower-case hexadecimal digits: the form of a MongoDB ObjectId. */
public record UserId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");

    public UserId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a user id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
