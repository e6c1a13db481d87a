package lyceum.adapters.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import java.security.GeneralSecurityException;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonReader;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.adapters.web.json.MalformedJson;

/** Makes keys of a JWK Set (RFC 7517): ES256 of those on P-256, EdDSA of those on Ed25519, and nothing of any other. */
final class JwkKeys {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
    private static final byte[] PROBE = "lyceum key check".getBytes(UTF_8);

    private JwkKeys() {}

    static List<TokenKey> read(byte[] jwkSet) throws UnusableKeys {
        var keys = new LinkedHashMap<String, TokenKey>();
        var number = 0;
        for (var element : elements(jwkSet)) {
            number++;
            try {
                var key = key(element);
                require(keys.put(key.id(), key) == null, "has the kid of one before it");
            } catch (UnusableKeys unusable) {
                throw new UnusableKeys("has a key (number " + number + ") that " + unusable.fault());
            }
        }
        return List.copyOf(keys.values());
    }

    private static List<Json> elements(byte[] jwkSet) throws UnusableKeys {
        try {
            if (JsonReader.read(jwkSet) instanceof Json.Obj(var members)
                    && members.get("keys") instanceof Json.Arr(var keys)
                    && !keys.isEmpty()) {
                return keys;
            }
        } catch (MalformedJson malformed) {
            throw new UnusableKeys("cannot be read: " + malformed.getMessage());
        }
        throw new UnusableKeys("is no JWK Set with a list of keys that is not empty");
    }

    private static TokenKey key(Json json) throws UnusableKeys {
        try {
            var jwk = JWK.parse(new String(JsonWriter.bytes(json), UTF_8));
            return switch (jwk) {
                case ECKey ec when Curve.P_256.equals(ec.getCurve()) -> es256(ec);
                case OctetKeyPair okp when Curve.Ed25519.equals(okp.getCurve()) -> edDsa(okp);
                default -> throw new UnusableKeys("is neither EC on P-256 nor OKP on Ed25519");
            };
        } catch (ParseException | JOSEException | GeneralSecurityException | RuntimeException malformed) {
            // The messages of these may show parts of the key.
            throw new UnusableKeys("is malformed, or of an unknown type");
        }
    }

    private static TokenKey es256(ECKey jwk) throws UnusableKeys, JOSEException {
        var published = new ECKey.Builder(jwk.getCurve(), jwk.getX(), jwk.getY())
                .keyID(checkedId(jwk, JWSAlgorithm.ES256))
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .build();
        var signer = jwk.isPrivate() ? new ECDSASigner(jwk) : null;
        var header = TokenKey.header(JWSAlgorithm.ES256, jwk.getKeyID());
        return checked(new TokenKey(jwk.getKeyID(), header, signer, new ECDSAVerifier(published), published));
    }

    private static TokenKey edDsa(OctetKeyPair jwk) throws UnusableKeys, JOSEException, GeneralSecurityException {
        var published = new OctetKeyPair.Builder(jwk.getCurve(), jwk.getX())
                .keyID(checkedId(jwk, JWSAlgorithm.EdDSA))
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.EdDSA)
                .build();
        var signer = jwk.isPrivate() ? Ed25519.signer(jwk.getD()) : null;
        var header = TokenKey.header(JWSAlgorithm.EdDSA, jwk.getKeyID());
        return checked(new TokenKey(jwk.getKeyID(), header, signer, Ed25519.verifier(jwk.getX()), published));
    }

    private static String checkedId(JWK jwk, Algorithm algorithm) throws UnusableKeys {
        var id = jwk.getKeyID();
        require(id != null && ID.matcher(id).matches(), "has no kid of 1 to 64 letters, digits or -._~");
        require(jwk.getAlgorithm() == null || algorithm.equals(jwk.getAlgorithm()),
                "is for another alg than its type's");
        require(jwk.getKeyUse() == null || KeyUse.SIGNATURE.equals(jwk.getKeyUse()), "has another use than sig");
        require(jwk.getKeyOperations() == null || signs(jwk.getKeyOperations()), "has key_ops without sign and verify");
        return id;
    }

    private static boolean signs(Set<KeyOperation> operations) {
        return operations.contains(KeyOperation.SIGN) || operations.contains(KeyOperation.VERIFY);
    }

    /** What a key signs must be known by it: its two parts come from a file, where they may not belong together. */
    private static TokenKey checked(TokenKey key) throws UnusableKeys, JOSEException {
        var signer = key.signer();
        require(signer == null || verifies(key, signer), "has a private part that is not its public part's");
        return key;
    }

    private static boolean verifies(TokenKey key, JWSSigner signer) throws JOSEException {
        return key.verifier().verify(key.header(), PROBE, signer.sign(key.header(), PROBE));
    }

    private static void require(boolean condition, String fault) throws UnusableKeys {
        if (!condition) {
            throw new UnusableKeys(fault);
        }
    }
}
