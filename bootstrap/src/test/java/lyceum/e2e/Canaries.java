package lyceum.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Values that are recognised wherever they turn up, each in the forms in which it could. */
final class Canaries {

    enum Kind {
        /** May be seen by everyone; that it is found shows that the search works. */
        PLANTED,
        PERSONAL,
        PASSWORD,
        PASSWORD_HASH,
        TOKEN,
        REFRESH_HASH,
        ACCESS_HASH,
        SERVER_SECRET
    }

    private record Canary(Kind kind, String name) {}

    /** By their text in lower case, which finds more than the exact text would. */
    private final Map<String, Canary> all = new LinkedHashMap<>();

    void planted(String text) {
        add(Kind.PLANTED, text, text);
    }

    void personal(String text) {
        addEncoded(Kind.PERSONAL, text);
    }

    void email(String address) {
        personal(address);
        personal(address.substring(0, address.indexOf('@')));
    }

    void password(String text) {
        addEncoded(Kind.PASSWORD, text);
    }

    void serverSecret(String text) {
        addEncoded(Kind.SERVER_SECRET, text);
    }

    /** Its header is the same in all tokens, and no secret. */
    void accessToken(String token) {
        var parts = token.split("\\.", -1);
        add(Kind.TOKEN, "access token", token);
        add(Kind.TOKEN, "claims of an access token", parts[1]);
        add(Kind.TOKEN, "signature of an access token", parts[2]);
        add(Kind.ACCESS_HASH, "hash of an access token", sha256(token));
    }

    void refreshToken(String token) {
        var secret = token.substring(token.indexOf('.') + 1);
        add(Kind.TOKEN, "refresh token", token);
        add(Kind.TOKEN, "secret of a refresh token", secret);
        add(Kind.REFRESH_HASH, "hash of a refresh token", sha256(token));
        add(Kind.REFRESH_HASH, "hash of a refresh token's secret", sha256(secret));
    }

    /** In the PHC string format: its salt and its hash are the last two parts. */
    void passwordHash(String phc) {
        var parts = phc.split("\\$", -1);
        add(Kind.PASSWORD_HASH, "password hash", phc);
        add(Kind.PASSWORD_HASH, "salt of a password", parts[parts.length - 2]);
        add(Kind.PASSWORD_HASH, "hash of a password", parts[parts.length - 1]);
    }

    private void addEncoded(Kind kind, String text) {
        var bytes = text.getBytes(UTF_8);
        add(kind, text, text);
        add(kind, text + " URL-encoded", URLEncoder.encode(text, UTF_8));
        add(kind, text + " in Base64", Base64.getEncoder().withoutPadding().encodeToString(bytes));
        add(kind, text + " in hex", HexFormat.of().formatHex(bytes));
        add(kind, text + " hashed", sha256(text));
    }

    private void add(Kind kind, String name, String text) {
        all.putIfAbsent(text.toLowerCase(Locale.ROOT), new Canary(kind, name));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is found in a text: names by kind. */
    Map<Kind, Set<String>> in(String text) {
        var searched = text.toLowerCase(Locale.ROOT);
        var found = new EnumMap<Kind, Set<String>>(Kind.class);
        all.forEach((canary, what) -> {
            if (searched.contains(canary)) {
                found.computeIfAbsent(what.kind, _ -> new TreeSet<>()).add(what.name);
            }
        });
        return found;
    }

    /** What is found in a text and is not of these kinds. */
    Map<Kind, Set<String>> in(String text, List<Kind> allowed) {
        var found = in(text);
        found.keySet().removeAll(allowed);
        return found;
    }
}
