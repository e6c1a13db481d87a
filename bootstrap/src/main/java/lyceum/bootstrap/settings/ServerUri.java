package lyceum.bootstrap.settings;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a server. It may carry a password, so it prints without one.
 *
 * <p>Not a {@link java.net.URI}: MongoDB and Sentinel addresses list several hosts.
 */
public record ServerUri(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("(?<scheme>[a-z][a-z+-]*)://(?:[^/?]*@)?(?<place>[^@/?\\s]+(?:/[^@?\\s]*)?)(?:\\?\\S*)?");

    public ServerUri {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not of the form scheme://host");
        }
    }

    public String scheme() {
        return value.substring(0, value.indexOf(':'));
    }

    /** The query goes too: options such as {@code tlsCertificateKeyFilePassword} are secrets. */
    @Override
    public String toString() {
        Matcher parts = SHAPE.matcher(value);
        return parts.matches() ? parts.group("scheme") + "://" + parts.group("place") : "[uri]";
    }
}
