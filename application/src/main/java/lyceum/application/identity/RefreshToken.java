package lyceum.application.identity;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import lyceum.application.Digests;
import lyceum.domain.identity.SessionId;

/** An opaque token: the session it belongs to, and a secret of 256 bits. Its text form hides it. */
public record RefreshToken(SessionId session, String secret) {

    private static final Pattern FORM = Pattern.compile("([0-9a-f]{24})\\.([A-Za-z0-9_-]{43})");

    /** Empty if it cannot be one of ours. */
    public static Optional<RefreshToken> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new RefreshToken(new SessionId(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** As the client gets it. */
    public String text() {
        return session + "." + secret;
    }

    /** As it is kept. A secret of so many bits needs no salt and no slow hash. */
    String hash() {
        return HexFormat.of().formatHex(Digests.sha256(text()));
    }

    @Override
    public String toString() {
        return "RefreshToken[hidden]";
    }
}
