package lyceum.adapters.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.adapters.web.support.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TokensTest {

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void onlyOurOwnTokensCountAndOnlyInTheirTime() throws JOSEException {
        assertThat(admin(token(claims -> claims)).status()).isEqualTo(200);
        var now = server.world.clock.instant();
        refused(token(claims -> claims.issuer("other")));
        refused(token(claims -> claims.issuer(null)));
        refused(token(claims -> claims.audience("other")));
        refused(token(claims -> claims.audience((String) null)));
        refused(token(claims -> claims.expirationTime(Date.from(now))));
        refused(token(claims -> claims.expirationTime(null)));
        refused(token(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(1)))));
        refused(token(claims -> claims.notBeforeTime(null)));
        refused(token(claims -> claims.subject(null)));
        refused(token(claims -> claims.claim("role", "root")));
        refused(token(claims -> claims.claim("role", null)));
        refused(signed("at+jwt", claims(now).build(), "another-secret-of-40-characters-01234567"));
        refused(signed("JWT", claims(now).build(), World.SECRET));
        refused(new PlainJWT(claims(now).build()).serialize());
    }

    /** X13: a bad token is 401, whatever is wrong with it, and only where a token is needed. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "..", "eyJhbGciOiJIUzI1NiJ9.e30.", "\u00ff", "a b"})
    void aBrokenTokenIsUnauthorized(String token) {
        refused(token);
        server.get("/courses", "Authorization", "Bearer " + token).expect(200);
    }

    private void refused(String token) {
        assertThat(admin(token).expectProblem(401).header("WWW-Authenticate")).contains("error=\"invalid_token\"");
    }

    private String token(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return signed("at+jwt", change.apply(claims(server.world.clock.instant())).build(), World.SECRET);
    }

    private static JWTClaimsSet.Builder claims(Instant now) {
        return new JWTClaimsSet.Builder()
                .subject("a".repeat(24))
                .claim("role", "admin")
                .issuer("lyceum")
                .audience("lyceum-api")
                .notBeforeTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
    }

    private static String signed(String type, JWTClaimsSet claims, String secret) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(new JOSEObjectType(type)).build();
        var token = new SignedJWT(header, claims);
        token.sign(new MACSigner(secret.getBytes(UTF_8)));
        return token.serialize();
    }

    /** X14: reads go on while passwords are hashed; what cannot even wait is told to come again. */

    private Reply admin(String token) {
        return server.send("DELETE", "/cache/invalidate?all=true", (String) null, "Authorization", "Bearer " + token);
    }
}
