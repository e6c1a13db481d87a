package lyceum.adapters.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.application.Digests;
import org.jspecify.annotations.Nullable;

/**
 * A key with the one algorithm that it is for. Each key has one header, and every token that it signs begins with that.
 *
 * @param id {@code kid}; it may be shown and logged
 * @param signer none if only others can sign with the key
 * @param published what everybody may know of the key; nothing of a secret
 */
record TokenKey(
        String id,
        JWSHeader header,
        @Nullable JWSSigner signer,
        JWSVerifier verifier,
        @Nullable JWK published) {

    /** Of RFC 9068, so that no other token passes for one. */
    private static final String TYPE = "at+jwt";

    private static final String ID_PURPOSE = "lyceum access token key id";
    private static final int ID_BYTES = 12;

    static TokenKey ofSecret(String secret) {
        var bytes = secret.getBytes(UTF_8);
        try {
            var id = idOfSecret(bytes);
            return new TokenKey(
                    id, header(JWSAlgorithm.HS256, id), new MACSigner(bytes), new MACVerifier(bytes), null);
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException("the secret cannot be used with HS256", tooShort);
        }
    }

    /** Everybody who has the secret finds the same, and it tells nothing about the secret. */
    private static String idOfSecret(byte[] secret) {
        var digest = Arrays.copyOf(Digests.hmac(secret, ID_PURPOSE), ID_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    /** A fixed text, which every version writes. */
    static JWSHeader header(JWSAlgorithm algorithm, String id) {
        var json = Json.object().put("alg", algorithm.getName()).put("kid", id).put("typ", TYPE).build();
        try {
            return JWSHeader.parse(Base64URL.encode(JsonWriter.bytes(json)));
        } catch (ParseException impossible) {
            throw new IllegalStateException("a header of ours is one", impossible);
        }
    }

    /** The first part of the tokens that it signs. */
    String headerText() {
        return header.toBase64URL().toString();
    }

    JWSAlgorithm algorithm() {
        return header.getAlgorithm();
    }

    @Override
    public String toString() {
        return algorithm() + " key " + id;
    }
}
