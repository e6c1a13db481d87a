package lyceum.domain.identity;

import java.util.regex.Pattern;

/** 24 lower-case hexadecimal digits. It names a session and opens none: it may be shown and logged. */
public record SessionId(String value) {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{24}");

    public SessionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a session id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
