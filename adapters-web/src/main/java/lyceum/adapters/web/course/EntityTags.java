package lyceum.adapters.web.course;

import java.util.List;
import java.util.regex.Pattern;

/** The comparisons of entity tags (RFC 9110, 8.8.3.2), with header fields as they came. */
final class EntityTags {

    /** A tag may contain commas, so a list of tags is not split at them. */
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

    private EntityTags() {}

    /** Whether a field such as If-None-Match names the tag, weakly or not. */
    static boolean weaklyNames(List<String> fields, String etag) {
        return names(fields, etag, true);
    }

    /** Whether a field such as If-Match names the very tag; a weak one never is. */
    static boolean stronglyNames(List<String> fields, String etag) {
        return names(fields, etag, false);
    }

    private static boolean names(List<String> fields, String etag, boolean weakly) {
        for (var field : fields) {
            if (field.equals(etag) || field.strip().equals("*")) {
                return true;
            }
            var tags = TAG.matcher(field);
            while (tags.find()) {
                if (etag.equals(tags.group(2)) && (weakly || tags.group(1) == null)) {
                    return true;
                }
            }
        }
        return false;
    }
}
