package lyceum.adapters.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import java.nio.file.Path;
import java.util.Set;
import lyceum.adapters.web.support.Jwks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may stand in a file of keys, and how what may not is told. */
final class JwkKeysTest {

    private static final String OTHER_TYPE = "has a key (number 1) that is neither EC on P-256 nor OKP on Ed25519";
    private static final String MALFORMED = "has a key (number 1) that is malformed, or of an unknown type";

    private final ECKey ec = Jwks.es256("a");
    private final OctetKeyPair ed = Jwks.edDsa("a");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void keysAreGoodWithAndWithoutWhatIsOptional() {
        assertGood(ec);
        assertGood(ed);
        assertGood(ec.toPublicJWK());
        assertGood(ed.toPublicJWK());
        assertGood(new ECKey.Builder(ec).algorithm(JWSAlgorithm.ES256).keyUse(KeyUse.SIGNATURE).build());
        assertGood(new ECKey.Builder(ec).keyOperations(Set.of(KeyOperation.SIGN)).build());
        assertGood(new OctetKeyPair.Builder(ed).algorithm(JWSAlgorithm.EdDSA).build());
    }

    private void assertGood(JWK key) {
        assertThat(KeyFile.fault(Jwks.write(folder.resolve("keys"), key))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "`` | cannot be read: it is empty",
        "not json | cannot be read: it is not JSON, line 1, column 1",
        "{\"keys\":[] | cannot be read: it is not JSON, line 1, column 11",
        "{\"keys\":[],\"keys\":[]} | cannot be read: a name occurs twice in one object, line 1, column 21",
        "[] | is no JWK Set with a list of keys that is not empty",
        "{} | is no JWK Set with a list of keys that is not empty",
        "{\"keys\":[]} | is no JWK Set with a list of keys that is not empty",
        "{\"keys\":{}} | is no JWK Set with a list of keys that is not empty",
        "{\"keys\":[5]} | has a key (number 1) that is malformed, or of an unknown type",
        "{\"keys\":[{}]} | has a key (number 1) that is malformed, or of an unknown type",
        "{\"keys\":[{\"kty\":\"XY\"}]} | has a key (number 1) that is malformed, or of an unknown type"
    })
    void whatIsNoSetOfKeys(String content, String fault) {
        assertFault(content, fault);
    }

    @Test
    void typesThatAreWeakOrNotOurs() throws JOSEException {
        assertFault(new RSAKeyGenerator(2048).keyID("a").generate(), OTHER_TYPE);
        assertFault(new OctetSequenceKeyGenerator(256).keyID("a").generate(), OTHER_TYPE);
        assertFault(new ECKeyGenerator(Curve.P_384).keyID("a").generate(), OTHER_TYPE);
        assertFault(new ECKeyGenerator(Curve.P_521).keyID("a").generate(), OTHER_TYPE);
        assertFault(new OctetKeyPair.Builder(Curve.X25519, ed.getX()).keyID("a").build(), OTHER_TYPE);
    }

    @Test
    void keysThatAreNotOnTheirCurve() {
        assertFault(Jwks.json(ec).replace(ec.getY().toString(), ec.getX().toString()), MALFORMED);
        assertFault(new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(new byte[31])).keyID("a").build(),
                MALFORMED);
        assertFault(Jwks.json(ec).replace("\"crv\":\"P-256\",", ""), MALFORMED);
    }

    @Test
    void privatePartsOfOtherKeys() {
        var fault = "has a key (number 1) that has a private part that is not its public part's";
        assertFault(new ECKey.Builder(ec).d(Jwks.es256("b").getD()).build(), fault);
        assertFault(new OctetKeyPair.Builder(ed).d(Jwks.edDsa("b").getD()).build(), fault);
    }

    @Test
    void keysForSomethingElse() {
        assertFault(new ECKey.Builder(ec).keyUse(KeyUse.ENCRYPTION).build(),
                "has a key (number 1) that has another use than sig");
        assertFault(
                new ECKey.Builder(ec).keyOperations(Set.of(KeyOperation.DERIVE_KEY)).build(),
                "has a key (number 1) that has key_ops without sign and verify");
        assertFault(
                new ECKey.Builder(ec).algorithm(JWSAlgorithm.ES384).build(),
                "has a key (number 1) that is for another alg than its type's");
        assertFault(
                new OctetKeyPair.Builder(ed).algorithm(JWSAlgorithm.ES256).build(),
                "has a key (number 1) that is for another alg than its type's");
    }

    @Test
    void keysWithoutANameOfTheirOwn() {
        var fault = "has a key (number 1) that has no kid of 1 to 64 letters, digits or -._~";
        assertFault(new ECKey.Builder(ec).keyID(null).build(), fault);
        assertFault(new ECKey.Builder(ec).keyID("").build(), fault);
        assertFault(new ECKey.Builder(ec).keyID("a b").build(), fault);
        assertFault(new ECKey.Builder(ec).keyID("../a").build(), fault);
        assertFault(new ECKey.Builder(ec).keyID("a".repeat(65)).build(), fault);
        assertFault(Jwks.json(Jwks.es256("b"), ec, ed), "has a key (number 3) that has the kid of one before it");
    }

    @Test
    void whatCannotBeRead() {
        assertThat(KeyFile.fault(folder.resolve("none"))).contains("does not exist");
        assertThat(KeyFile.fault(folder)).contains("cannot be read");
        assertFault(" ".repeat(KeyFile.MAX_BYTES + 1), "is larger than 65536 bytes");
    }

    private void assertFault(JWK key, String fault) {
        assertFault(Jwks.json(key), fault);
    }

    private void assertFault(String content, String fault) {
        assertThat(KeyFile.fault(Jwks.write(folder.resolve("keys"), content))).contains(fault);
    }
}
