package lyceum.application.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import lyceum.application.Digests;
import lyceum.domain.identity.Grant;
import lyceum.domain.identity.SessionId;

/**
 * An opaque token: the session it belongs to, a secret of 256 bits, and a tag of 128 bits that shows that it was issued for this
 * session; see {@link RefreshChain}. Its text form hides it.
 *
 * @param code secret and tag, in URL-safe characters
 */
public record RefreshToken(SessionId session, String code) {

    private static final int SECRET = 32;
    private static final int TAG = 16;
    private static final Pattern FORM = Pattern.compile("([0-9a-f]{24})\\.([A-Za-z0-9_-]{64})");

    /** @param mac of which the tag is the beginning */
    static RefreshToken of(SessionId session, byte[] secret, byte[] mac) {
        var bytes = Arrays.copyOf(secret, SECRET + TAG);
        System.arraycopy(mac, 0, bytes, SECRET, TAG);
        return new RefreshToken(session, Base64.getUrlEncoder().encodeToString(bytes));
    }

    /** Empty if it cannot be one of ours. */
    public static Optional<RefreshToken> parse(String text) {
        var matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new RefreshToken(new SessionId(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** As the client gets it. */
    public String text() {
        return session + "." + code;
    }

    byte[] secret() {
        return Arrays.copyOf(bytes(), SECRET);
    }

    /** Whether its tag is the beginning of this. */
    boolean hasTag(byte[] mac) {
        return Digests.areEqual(Arrays.copyOfRange(bytes(), SECRET, SECRET + TAG), Arrays.copyOf(mac, TAG));
    }

    private byte[] bytes() {
        return Base64.getUrlDecoder().decode(code);
    }

    /** As it is kept. A secret of so many bits needs no salt and no slow hash. */
    String hash() {
        return HexFormat.of().formatHex(Digests.sha256(text()));
    }

    /** Whether it is the one that the grant is about. */
    boolean isOf(Grant grant) {
        return Digests.areEqual(hash().getBytes(US_ASCII), grant.refreshTokenHash().getBytes(US_ASCII));
    }

    @Override
    public String toString() {
        return "RefreshToken[hidden]";
    }
}
