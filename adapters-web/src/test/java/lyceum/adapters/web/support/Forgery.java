package lyceum.adapters.web.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A good token, to be made into one that the server never made: anything in it, signed with anything, or not at all. */
public final class Forgery {

    private final Map<String, Object> header;
    private final Map<String, Object> claims;

    private Forgery(Map<String, Object> header, Map<String, Object> claims) {
        this.header = header;
        this.claims = claims;
    }

    public static Forgery of(String token) {
        var parts = token.split("\\.", -1);
        return new Forgery(object(parts[0]), object(parts[1]));
    }

    private static Map<String, Object> object(String part) {
        try {
            return new LinkedHashMap<>(JSONObjectUtils.parse(Base64URL.from(part).decodeToString()));
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @param value null leaves it out */
    public Forgery header(String name, @Nullable Object value) {
        return new Forgery(with(header, name, value), claims);
    }

    /** @param value null leaves it out */
    public Forgery claim(String name, @Nullable Object value) {
        return new Forgery(header, with(claims, name, value));
    }

    private static Map<String, Object> with(Map<String, Object> object, String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(object);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return changed;
    }

    public String headerJson() {
        return JSONObjectUtils.toJSONString(header);
    }

    public String claimsJson() {
        return JSONObjectUtils.toJSONString(claims);
    }

    /** With the secret of the server under test, so that only what was changed is wrong. */
    public String signed() {
        return signed("HmacSHA256", World.SECRET.getBytes(UTF_8));
    }

    public String signed(String mac, byte[] key) {
        return signed(headerJson(), claimsJson(), mac, key);
    }

    /** @param signer for the algorithm that the header names */
    public String signed(JWSSigner signer) {
        var input = Base64URL.encode(headerJson()) + "." + Base64URL.encode(claimsJson());
        try {
            return input + '.' + signer.sign(JWSHeader.parse(headerJson()), input.getBytes(UTF_8));
        } catch (JOSEException | ParseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Any texts, JSON or not, signed with the secret of the server under test. */
    public static String signed(String header, String claims) {
        return signed(header, claims, "HmacSHA256", World.SECRET.getBytes(UTF_8));
    }

    private static String signed(String header, String claims, String mac, byte[] key) {
        return signed(Base64URL.encode(header) + "." + Base64URL.encode(claims), mac, key);
    }

    private static String signed(String input, String mac, byte[] key) {
        try {
            var hmac = Mac.getInstance(mac);
            hmac.init(new SecretKeySpec(key, mac));
            return input + '.' + Base64URL.encode(hmac.doFinal(input.getBytes(UTF_8)));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** With nothing behind the last dot. */
    public String unsigned() {
        return Base64URL.encode(headerJson()) + "." + Base64URL.encode(claimsJson()) + '.';
    }
}
