package lyceum.adapters.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.adapters.web.support.Forgery;
import lyceum.adapters.web.support.Jwks;
import lyceum.adapters.web.support.TestServer;
import lyceum.adapters.web.support.World;
import lyceum.domain.identity.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One test per rule of RFC 8725 on what stands in the header and in the signature. All tokens but the first are wrong in one
 * thing alone: where it can be, they are signed with the right key.
 */
final class TokensTest {

    private static final ECKey ES256 = Jwks.es256("ec-1");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static TestServer server;

    private final Forgery good = Forgery.of(server.token(Role.ADMIN));

    /** Signs with the secret, and knows a public key besides. */
    @BeforeAll
    static void start() {
        var file = Jwks.write(folder.resolve("keys.json"), ES256.toPublicJWK());
        server = new TestServer(new TokenKeys(World.SECRET, List.of(), Optional.of(file)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aTokenOfOursIsAccepted() {
        Refusals.accepted(server, server.token(Role.ADMIN));
        Refusals.accepted(server, good.signed());
    }

    /** RFC 8725, 3.2: no token without a signature, however "none" is spelt. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "none ", ""})
    void algNone(String spelling) {
        var none = good.header("alg", spelling);
        Refusals.refused(server, none.unsigned());
        Refusals.refused(server, none.header("kid", null).unsigned());
        Refusals.refused(server, none.header("kid", null).header("typ", null).unsigned());
        Refusals.refused(server, none.signed());
    }

    @Test
    void aSignatureLeftOut() {
        Refusals.refused(server, good.unsigned());
    }

    /** RFC 8725, 2.1: what is public must not do for a secret. */
    @Test
    void hs256WithAPublicKeyAsSecret() throws JOSEException {
        var pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(ES256.toECPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        var asSecrets = List.of(
                ES256.toECPublicKey().getEncoded(),
                pem.getBytes(UTF_8),
                pem.strip().getBytes(UTF_8),
                ES256.toPublicJWK().toJSONString().getBytes(UTF_8),
                ES256.getX().decode(),
                (ES256.getX().toString() + ES256.getY()).getBytes(UTF_8));
        for (var secret : asSecrets) {
            Refusals.refused(server, good.header("kid", "ec-1").signed("HmacSHA256", secret));
            Refusals.refused(server, good.signed("HmacSHA256", secret));
            Refusals.refused(server, good.header("kid", null).signed("HmacSHA256", secret));
        }
    }

    /** RFC 8725, 3.1: a key is for one algorithm. */
    @Test
    void aKeyWithAnotherAlgorithmThanItsOwn() throws JOSEException {
        var es256 = good.header("kid", "ec-1").header("alg", "ES256");
        Refusals.accepted(server, es256.signed(new ECDSASigner(ES256)));
        Refusals.refused(server, good.header("alg", "ES256").signed(new ECDSASigner(ES256)));
        Refusals.refused(server, good.header("kid", "ec-1").signed());
        Refusals.refused(server, es256.signed());
        Refusals.refused(server, es256.header("alg", "EdDSA").signed());
    }

    @Test
    void algorithmsThatAreNotOurs() throws JOSEException {
        var secret = World.SECRET.repeat(2).getBytes(UTF_8);
        Refusals.refused(server, good.header("alg", "HS384").signed("HmacSHA384", World.SECRET.getBytes(UTF_8)));
        Refusals.refused(server, good.header("alg", "HS512").signed("HmacSHA512", World.SECRET.getBytes(UTF_8)));
        Refusals.refused(server, good.header("alg", "HS512").signed("HmacSHA512", secret));
        var rsa = new RSASSASigner(new RSAKeyGenerator(2048).generate());
        Refusals.refused(server, good.header("alg", "RS256").signed(rsa));
        Refusals.refused(server, good.header("alg", "PS256").signed(rsa));
        for (var alg : List.of("hs256", "HS256 ", "HS1", "A128KW", "dir", "../HS256", 256, true, List.of("HS256"))) {
            Refusals.refused(server, good.header("alg", alg).signed());
        }
        Refusals.refused(server, good.header("alg", null).signed());
    }

    /** RFC 8725, 3.10: no key comes from a token, nor from where it says. */
    @Test
    void jkuX5uAndOtherPlacesToGetKeysFrom() {
        for (var name : List.of("jku", "x5u")) {
            Refusals.refused(server, good.header(name, "https://example.org/keys.json").signed());
            Refusals.refused(server, good.header(name, "http://127.0.0.1:1/").signed());
            Refusals.refused(server, good.header(name, "file:///etc/passwd").signed());
        }
        Refusals.refused(server, good.header("x5c", List.of("AAAA")).signed());
        Refusals.refused(server, good.header("x5t", "AAAA").signed());
        Refusals.refused(server, good.header("x5t#S256", "AAAA").signed());
    }

    @Test
    void aKeyThatTheTokenBringsAlong() throws JOSEException {
        var theirs = Jwks.es256("ec-1");
        var es256 = good.header("alg", "ES256").header("jwk", theirs.toPublicJWK().toJSONObject());
        Refusals.refused(server, es256.signed(new ECDSASigner(theirs)));
        Refusals.refused(server, es256.header("kid", "ec-1").signed(new ECDSASigner(theirs)));
        Refusals.refused(server, es256.header("kid", null).signed(new ECDSASigner(theirs)));
        Refusals.refused(server, es256.header("kid", "ec-1").signed(new ECDSASigner(ES256)));
        Refusals.refused(server, good.header("jwk", Map.of("kty", "oct", "k", "AAAA")).signed());
    }

    /** RFC 7515, 4.1.11: we understand no extension, so none may be critical. */
    @Test
    void criticalExtensions() {
        Refusals.refused(server, good.header("crit", List.of("exp")).header("exp", 1).signed());
        Refusals.refused(server, good.header("crit", List.of("b64")).header("b64", true).signed());
        Refusals.refused(server, good.header("crit", List.of()).signed());
        Refusals.refused(server, good.header("crit", List.of("alg")).signed());
        Refusals.refused(server, good.header("crit", "alg").signed());
        Refusals.refused(server, good.header("b64", false).signed());
        Refusals.refused(server, good.header("zip", "DEF").signed());
    }

    /** RFC 8725, 3.11: the type says what a token is for. */
    @Test
    void anotherTypeOrNone() {
        for (var type : List.of("JWT", "jwt", "at", "rt+jwt", "dpop+jwt", "logout+jwt", "at+jwt ", "JOSE", "", 5)) {
            Refusals.refused(server, good.header("typ", type).signed());
        }
        Refusals.refused(server, good.header("typ", null).signed());
        Refusals.refused(server, good.header("cty", "JWT").signed());
    }

    @Test
    void aKeyIdThatIsNotOurs() {
        for (var id : List.of("ec-2", "", "../../../../dev/null", "/etc/passwd", "' OR 1=1 --", "x' UNION SELECT 'key",
                "\u0000", "${jndi:ldap://x}", "{\"$ne\": null}", "https://example.org/k", "EC-1", "ec-1 ", 7,
                List.of("ec-1"), "k".repeat(2000))) {
            Refusals.refused(server, good.header("kid", id).signed());
        }
    }

    /** There may be several keys, so a token says which. */
    @Test
    void noKeyId() {
        Refusals.refused(server, good.header("kid", null).signed());
    }

    @Test
    void aSignatureByAnotherKey() throws JOSEException {
        Refusals.refused(server, good.signed("HmacSHA256", "another-secret-of-40-characters-01234567".getBytes(UTF_8)));
        var es256 = good.header("kid", "ec-1").header("alg", "ES256");
        Refusals.refused(server, es256.signed(new ECDSASigner(Jwks.es256("ec-1"))));
    }

    /** CVE-2022-21449: such a signature once was good for everything. */
    @Test
    void aSignatureOfZeros() {
        var es256 = good.header("kid", "ec-1").header("alg", "ES256").unsigned();
        for (var length : new int[] {0, 32, 64, 72}) {
            Refusals.refused(server, es256 + Base64URL.encode(new byte[length]));
            Refusals.refused(server, good.unsigned() + Base64URL.encode(new byte[length]));
        }
        assertThat(es256).endsWith(".");
    }
}
