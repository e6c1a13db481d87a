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
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.adapters.web.support.World;
import lyceum.application.identity.Password;
import lyceum.application.identity.RegisterUser;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import lyceum.fake.Courses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SignInTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final TestServer server = new TestServer();

    @BeforeEach
    void register() {
        var password = new Password("correct horse & +battery");
        var ada = server.bean(RegisterUser.class).register(new Email("ada@example.org"), "Ada", password, Role.ADMIN);
        assertThat(ada).isPresent();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "application/x-www-form-urlencoded | username=Ada%40example.org&password=correct+horse+%26+%2Bbattery",
        "application/x-www-form-urlencoded | grant_type=password&scope=&username=ada@example.org&password=correct%20horse%20%26%20%2Bbattery",
        "application/json | {\"username\": \"ada@example.org\", \"password\": \"correct horse & +battery\"}",
        "application/json | {\"email\": \"ada@example.org\", \"password\": \"correct horse & +battery\"}"
    })
    void aRightPasswordGivesATokenThatWorks(String type, String body) throws ParseException {
        var reply = server.send("POST", "/auth/login", body, "Content-Type", type).expect(200);
        assertThat(reply.json().members().keySet())
                .containsExactly("access_token", "refresh_token", "token_type", "expires_in");
        assertThat(reply.at("token_type")).isEqualTo("bearer");
        assertThat(reply.at("expires_in")).isEqualTo("900");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");

        var token = SignedJWT.parse(reply.at("access_token"));
        assertThat(token.getHeader().getType()).isEqualTo(new JOSEObjectType("at+jwt"));
        assertThat(token.getJWTClaimsSet().getClaims().keySet())
                .containsExactlyInAnyOrder("sub", "role", "typ", "jti", "iss", "aud", "iat", "nbf", "exp");
        assertThat(admin(reply.at("access_token")).status()).isEqualTo(200);
        assertThat(admin(reply.at("refresh_token")).expectProblem(401).header("WWW-Authenticate"))
                .contains("invalid_token");
        server.world.clock.advance(Duration.ofMinutes(15));
        admin(reply.at("access_token")).expectProblem(401);
    }

    private Reply admin(String token) {
        return server.send("DELETE", "/cache/invalidate?all=true", (String) null, "Authorization", "Bearer " + token);
    }

    @ParameterizedTest
    @CsvSource({"ada@example.org, wrong", "nobody@example.org, wrong", "no-address, wrong"})
    void aWrongPasswordAndAnUnknownAccountLookAlike(String name, String password) {
        var reply = login(name, password).expectProblem(401);
        assertThat(reply.at("detail")).isEqualTo("There is no such account, or the password is not its own.");
    }

    private Reply login(String name, String password) {
        return server.send(
                "POST", "/auth/login", "username=" + name + "&password=" + password, "Content-Type", FORM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "application/x-www-form-urlencoded | username=a | password",
        "application/x-www-form-urlencoded | username=a&username=b&password=c | username",
        "application/x-www-form-urlencoded | grant_type=implicit&username=a&password=b | grant_type",
        "application/json | {\"username\": \"a\"} | password",
        "application/json | {\"username\": \"a\", \"password\": 5} | password",
        "application/json | {\"username\": \"a\", \"password\": \"b\", \"otp\": \"c\"} | otp"
    })
    void aBadLoginNamesItsField(String type, String body, String field) {
        assertThat(server.send("POST", "/auth/login", body, "Content-Type", type)
                .expectProblem(422)
                .fields())
                .containsExactly(field);
    }

    @Test
    void anyoneMayRegisterOnceAsAStudent() {
        var body = "{\"email\": \"Bob@Example.org\", \"password\": \"long enough\", \"name\": \"Bob\"}";
        var reply = server.send("POST", "/auth/register", body).expect(201);
        assertThat(reply.json().members().keySet()).containsExactly("id", "email", "name", "role");
        assertThat(reply.at("role")).isEqualTo("student");
        assertThat(reply.at("email")).isEqualTo("bob@example.org");
        server.send("POST", "/auth/register", body).expectProblem(409);
        login("bob@example.org", "long+enough").expect(200);
        assertThat(server
                .send("POST", "/auth/register", "{\"email\": \"x\", \"password\": \"short\", \"role\": \"admin\"}")
                .expectProblem(422)
                .fields())
                .contains("email", "password", "name", "role");
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
    @Test
    void loginsDoNotHoldUpReads() throws InterruptedException {
        server.world.courses.insert(Courses.course(1).build());
        login("ada@example.org", "wrong").expectProblem(401);
        assertThat(server.world.hasher.callers()).hasSize(3);
        var logins = 20;
        server.world.hasher.close(logins);
        var threads = new ArrayList<Thread>();
        var statuses = new ConcurrentLinkedQueue<Integer>();
        for (var i = 0; i < logins; i++) {
            threads.add(Thread.ofVirtual().start(() -> statuses.add(login("ada@example.org", "wrong").status())));
        }
        server.world.hasher.awaitArrivals();
        for (var i = 0; i < 50; i++) {
            server.get("/courses/" + Courses.id(1)).expect(200);
            server.get("/courses?page=" + (i + 1)).expect(200);
        }
        assertThat(statuses).isEmpty();
        server.world.hasher.open();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(statuses).hasSize(logins).containsOnly(401, 503).contains(401);
        assertThat(server.world.hasher.callers()).hasSize(3 + logins);
        assertThat(server.world.hasher.callers().stream().skip(1)).allMatch(Thread::isVirtual);
    }
}
