package lyceum.adapters.web.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;

/** Keys in files, as an operator would make them. */
public final class Jwks {

    private Jwks() {}

    public static ECKey es256(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** By the platform: the library's generator needs one more library. */
    public static OctetKeyPair edDsa(String id) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var x = last32(pair.getPublic().getEncoded());
            return new OctetKeyPair.Builder(Curve.Ed25519, x)
                    .d(last32(pair.getPrivate().getEncoded()))
                    .keyID(id)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Base64URL last32(byte[] encoded) {
        return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    /** With the private parts that are there. */
    public static String json(JWK... keys) {
        return new JWKSet(List.of(keys)).toString(false);
    }

    public static Path write(Path file, JWK... keys) {
        return write(file, json(keys));
    }

    /** At once, as it should be done: nobody ever reads half of it. */
    public static Path write(Path file, String content) {
        try {
            var draft = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), content);
            return Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
