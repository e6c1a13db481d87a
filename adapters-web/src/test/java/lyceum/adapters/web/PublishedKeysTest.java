package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.support.Jwks;
import lyceum.adapters.web.support.TestServer;
import lyceum.adapters.web.support.World;
import lyceum.domain.identity.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PublishedKeysTest {

    private static final String PATH = "/.well-known/jwks.json";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void aSecretIsNotPublished() {
        try (var server = new TestServer()) {
            var reply = server.get(PATH).expect(200);
            assertThat(reply.text()).isEqualTo("{\"keys\":[]}");
            assertThat(reply.header("Content-Type")).isEqualTo("application/jwk-set+json");
            assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=300");
            assertThat(server.get(PATH, "Accept", "application/json").status()).isEqualTo(200);
        }
    }

    @Test
    void keysArePublishedWithoutTheirPrivateParts() {
        try (var server = server(Jwks.es256("ec"), Jwks.edDsa("ed"), Jwks.es256("old").toPublicJWK())) {
            var reply = server.get(PATH).expect(200);
            assertThat(reply.elements("keys")).hasSize(3);
            assertThat(reply.elements("keys")).allSatisfy(key -> assertThat(((Json.Obj) key).members().keySet())
                    .contains("kty", "crv", "x", "kid", "use", "alg")
                    .isSubsetOf("kty", "crv", "x", "y", "kid", "use", "alg"));
        }
    }

    @Test
    void whoeverHasThePublishedKeysCanVerifyES256() throws ParseException, JOSEException {
        try (var server = server(Jwks.es256("one"), Jwks.es256("two"))) {
            var token = SignedJWT.parse(server.token(Role.STUDENT));
            assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
            var key = published(server).getKeyByKeyId(token.getHeader().getKeyID());
            assertThat(token.verify(new ECDSAVerifier(key.toECKey()))).isTrue();
        }
    }

    @Test
    void whoeverHasThePublishedKeysCanVerifyEdDSA()
            throws ParseException, GeneralSecurityException {
        try (var server = server(Jwks.edDsa("one"), Jwks.edDsa("two"))) {
            var token = SignedJWT.parse(server.token(Role.STUDENT));
            assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.EdDSA);
            var x = published(server).getKeyByKeyId("one").toOctetKeyPair().getX().decode();
            var encoded = HexFormat.of().parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(x));
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(token.getSigningInput());
            assertThat(signature.verify(token.getSignature().decode())).isTrue();
        }
    }

    private static JWKSet published(TestServer server) throws ParseException {
        return JWKSet.parse(server.get(PATH).expect(200).text());
    }

    private TestServer server(JWK... keys) {
        var file = Jwks.write(folder.resolve("keys.json"), keys);
        return new TestServer(new TokenKeys(World.SECRET, List.of(), Optional.of(file)));
    }
}
