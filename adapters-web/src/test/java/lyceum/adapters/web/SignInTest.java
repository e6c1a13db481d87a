package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.application.identity.Password;
import lyceum.application.identity.RegisterUser;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(reply.header("Cache-Control")).isEqualTo("private, no-store");

        var token = SignedJWT.parse(reply.at("access_token"));
        assertThat(token.getHeader().getType()).isEqualTo(new JOSEObjectType("at+jwt"));
        assertThat(token.getJWTClaimsSet().getClaims().keySet())
                .containsExactlyInAnyOrder("sub", "role", "typ", "jti", "sid", "epoch", "epoch_all", "iss", "aud",
                        "iat", "nbf", "exp");
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
        assertThat(reply.json().members().keySet()).containsExactly("id", "email", "name", "role", "state",
                "created_at");
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
}
