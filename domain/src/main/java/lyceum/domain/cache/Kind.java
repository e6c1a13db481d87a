package lyceum.domain.cache;

import java.util.regex.Pattern;

/** What sort of thing an entry is: the first part of its key, and what times to live and statistics are kept by. */
public record Kind(String name) {

    /** First, because the constants below are checked against it. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*(:[a-z][a-z0-9_]*)*");

    public static final Kind COURSE = new Kind("course");
    public static final Kind COURSES_LIST = new Kind("courses_list");
    public static final Kind USER_SESSION = new Kind("user_session");
    public static final Kind REFRESH_TOKENS = new Kind("refresh_tokens");
    public static final Kind BLACKLISTED_TOKENS = new Kind("blacklisted_tokens");
    public static final Kind COURSE_ANALYTICS = new Kind("analytics:course");

    public Kind {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a kind: " + name);
        }
    }
}
