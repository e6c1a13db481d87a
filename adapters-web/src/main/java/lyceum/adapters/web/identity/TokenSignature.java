package lyceum.adapters.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import jakarta.inject.Singleton;
import lyceum.adapters.web.WebOptions;

/** Signs access tokens and knows them again: HS256, and the type of RFC 9068, so that no other token passes for one. */
@Singleton
final class TokenSignature implements SignatureGeneratorConfiguration {

    private static final JWSHeader HEADER = new JWSHeader.Builder(JWSAlgorithm.HS256)
            .type(new JOSEObjectType("at+jwt"))
            .build();

    private final MACSigner signer;
    private final MACVerifier verifier;

    TokenSignature(WebOptions options) {
        try {
            signer = new MACSigner(options.jwtSecret().getBytes(UTF_8));
            verifier = new MACVerifier(options.jwtSecret().getBytes(UTF_8));
        } catch (JOSEException tooShort) {
            throw new IllegalArgumentException("the secret cannot be used with HS256", tooShort);
        }
    }

    @Override
    public SignedJWT sign(JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(HEADER, claims);
        token.sign(signer);
        return token;
    }

    @Override
    public boolean verify(SignedJWT token) throws JOSEException {
        var header = token.getHeader();
        return supports(header.getAlgorithm())
                && HEADER.getType().equals(header.getType())
                && token.verify(verifier);
    }

    @Override
    public boolean supports(JWSAlgorithm algorithm) {
        return JWSAlgorithm.HS256.equals(algorithm);
    }

    @Override
    public String supportedAlgorithmsMessage() {
        return "only HS256";
    }
}
