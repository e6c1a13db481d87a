package lyceum.adapters.web.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import lyceum.adapters.web.WebOptions.TokenKeys;
import lyceum.adapters.web.support.Jwks;
import lyceum.adapters.web.support.TestServer;
import lyceum.contract.AccessTokenIssuerContract;
import lyceum.domain.identity.AccessTokenIssuer;
import lyceum.fake.ManualClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JwtAccessTokenIssuerTest implements AccessTokenIssuerContract {

    private static final TestServer SERVER = new TestServer();

    private final ManualClock clock = new ManualClock();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Override
    public AccessTokenIssuer issuer() {
        return SERVER.bean(AccessTokenIssuer.class);
    }

    @Test
    void aTokenSaysWhatTheClaimsSay() throws ParseException {
        var claims = AccessTokenIssuerContract.claims("one");
        var token = SignedJWT.parse(issuer().issue(claims).value());
        assertThat(token.getPayload().toJSONObject())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("sub", "0123456789abcdef01234567"),
                        Map.entry("role", "instructor"),
                        Map.entry("typ", "access"),
                        Map.entry("jti", "one"),
                        Map.entry("sid", "5".repeat(24)),
                        Map.entry("epoch", 3L),
                        Map.entry("epoch_all", 2L),
                        Map.entry("iss", "lyceum"),
                        Map.entry("aud", "lyceum-api"),
                        Map.entry("iat", 1_767_225_600L),
                        Map.entry("nbf", 1_767_225_600L),
                        Map.entry("exp", 1_767_226_500L)));
    }

    @Test
    void whatWasIssuedIsReadBack() {
        var instance = new TokenInstance(TokenKeys.of(TokenInstance.SECRET), clock);
        var claims = instance.claims();
        assertThat(instance.verify(instance.token(claims))).isEqualTo(claims);
        assertThat(instance.verify(instance.token(claims))).isEqualTo(claims);
    }

    /** Instances of several versions know each other's tokens by this text, so it must stay as it is. */
    @Test
    void theHeaderIsAFixedText() {
        Jwks.write(folder.resolve("ec"), Jwks.es256("key-1"));
        Jwks.write(folder.resolve("ed"), Jwks.edDsa("key-2"));
        assertThat(header(new TokenInstance(TokenKeys.of(TokenInstance.SECRET), clock)))
                .isEqualTo("{\"alg\":\"HS256\",\"kid\":\"HBnm2_AsXmLpnQaJ\",\"typ\":\"at+jwt\"}");
        assertThat(header(TokenInstance.withFile(folder.resolve("ec"), clock)))
                .isEqualTo("{\"alg\":\"ES256\",\"kid\":\"key-1\",\"typ\":\"at+jwt\"}");
        assertThat(header(TokenInstance.withFile(folder.resolve("ed"), clock)))
                .isEqualTo("{\"alg\":\"EdDSA\",\"kid\":\"key-2\",\"typ\":\"at+jwt\"}");
    }

    private static String header(TokenInstance instance) {
        var first = instance.token().split("\\.", -1)[0];
        return new String(Base64.getUrlDecoder().decode(first), UTF_8);
    }

    /** An answer that is given twice is the same answer. */
    @Test
    void theSameClaimsMakeTheSameTokenWithHS256AndEdDSA() {
        var file = Jwks.write(folder.resolve("keys"), Jwks.edDsa("key"));
        var secret = TokenKeys.of(TokenInstance.SECRET);
        var claims = AccessTokenIssuerContract.claims("one");
        assertThat(new TokenInstance(secret, clock).token(claims))
                .isEqualTo(new TokenInstance(secret, clock).token(claims));
        assertThat(TokenInstance.withFile(file, clock).token(claims))
                .isEqualTo(TokenInstance.withFile(file, clock).token(claims));
    }
}
