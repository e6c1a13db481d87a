package lyceum.adapters.web.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.util.Base64URL;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import java.util.Set;

/** EdDSA with Ed25519 (RFC 8037) by the platform; the library's own asks for one more library. */
final class Ed25519 {

    private static final String NAME = "Ed25519";

    /** What stands before the 32 bytes of a key where it is encoded (RFC 8410). */
    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final byte[] PRIVATE_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Ed25519() {}

    static JWSSigner signer(Base64URL d) throws GeneralSecurityException {
        var spec = new PKCS8EncodedKeySpec(encoded(PRIVATE_PREFIX, d));
        return new Signer(KeyFactory.getInstance(NAME).generatePrivate(spec));
    }

    static JWSVerifier verifier(Base64URL x) throws GeneralSecurityException {
        var spec = new X509EncodedKeySpec(encoded(PUBLIC_PREFIX, x));
        return new Verifier(KeyFactory.getInstance(NAME).generatePublic(spec));
    }

    private static byte[] encoded(byte[] prefix, Base64URL key) {
        var bytes = key.decode();
        return ByteBuffer.allocate(prefix.length + bytes.length).put(prefix).put(bytes).array();
    }

    private static final class Signer extends BaseJWSProvider implements JWSSigner {

        private final PrivateKey key;

        Signer(PrivateKey key) {
            super(Set.of(JWSAlgorithm.EdDSA));
            this.key = key;
        }

        @Override
        public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
            try {
                var signature = Signature.getInstance(NAME);
                signature.initSign(key);
                signature.update(input);
                return Base64URL.encode(signature.sign());
            } catch (GeneralSecurityException failed) {
                throw new JOSEException("signing with Ed25519 failed", failed);
            }
        }
    }

    private static final class Verifier extends BaseJWSProvider implements JWSVerifier {

        private final PublicKey key;

        Verifier(PublicKey key) {
            super(Set.of(JWSAlgorithm.EdDSA));
            this.key = key;
        }

        @Override
        public boolean verify(JWSHeader header, byte[] input, Base64URL given) throws JOSEException {
            try {
                var signature = Signature.getInstance(NAME);
                signature.initVerify(key);
                signature.update(input);
                return signature.verify(given.decode());
            } catch (SignatureException malformed) {
                return false;
            } catch (GeneralSecurityException failed) {
                throw new JOSEException("verifying with Ed25519 failed", failed);
            }
        }
    }
}
