package lyceum.adapters.web.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import jakarta.inject.Singleton;
import java.util.Objects;

/**
 * Signs access tokens and knows them again, by the rules of RFC 8725. The header of a token must be, letter by letter, one that we
 * write: the algorithm, the id and the type that belong to one of our keys, and nothing else. So no token chooses an algorithm,
 * brings a key along or says where to get one, and no header of strangers is even read.
 */
@Singleton
final class TokenSignature implements SignatureGeneratorConfiguration {

    private final KeyRing keys;

    TokenSignature(KeyRing keys) {
        this.keys = keys;
    }

    @Override
    public SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
        var key = keys.current().signing();
        var token = new SignedJWT(key.header(), claims);
        token.sign(Objects.requireNonNull(key.signer(), "a key that signs"));
        return token;
    }

    @Override
    public boolean verify(SignedJWT token) throws JOSEException {
        var key = keys.current().find(token.getHeader().toBase64URL().toString());
        return key != null && canonical(token.getSignature()) && token.verify(key.verifier());
    }

    /** The last letter has bits that decoders overlook; with others there it would be another token that is as good. */
    private static boolean canonical(Base64URL signature) {
        return Base64URL.encode(signature.decode()).equals(signature);
    }

    @Override
    public boolean supports(JWSAlgorithm algorithm) {
        return keys.current().has(algorithm);
    }

    @Override
    public String supportedAlgorithmsMessage() {
        return "only the algorithms of our keys";
    }
}
