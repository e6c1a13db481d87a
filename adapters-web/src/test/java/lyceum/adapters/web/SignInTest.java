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

    /** As a browser reads a form, and not as it reads an address: {@code &} alone separates. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', value = {
        "semi;colon1, semi;colon1",
        "semi;colon1, semi%3Bcolon1",
        "hash#tag123, hash#tag123",
        "hash#tag123, hash%23tag123&",
        "question?a=b, question?a=b",
        "plus plus, plus+plus",
        "plus+plus, plus%2Bplus",
        "plus+plus, plus%2bplus&&x",
        "pässwörd €, pässwörd+€",
        "pässwörd €, p%C3%A4ssw%c3%b6rd%20%E2%82%AC"
    })
    void inAFormACharacterStandsForItself(String password, String written) {
        var bob = server.bean(RegisterUser.class)
                .register(new Email("bob@example.org"), "Bob", new Password(password), Role.STUDENT);
        assertThat(bob).isPresent();
        login("bob@example.org", written).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%4", "a%zz", "%+1", "%-1", "%%41", "%4&x=y"})
    void anEscapeThatIsNoneIsABadRequest(String written) {
        assertThat(login("ada@example.org", written).expectProblem(400).fields()).containsExactly("body");
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
        "application/x-www-form-urlencoded | username=a;password=b | password",
        "application/x-www-form-urlencoded | password=a&user%6eame=b&username=c | username",
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
        var hashed = server.world.hasher.callers().size();
        server.send("POST", "/auth/register", body).expectProblem(409);
        assertThat(server.world.hasher.callers()).as("nothing is hashed in vain").hasSize(hashed);
        login("bob@example.org", "long+enough").expect(200);
        assertThat(server
                .send("POST", "/auth/register", "{\"email\": \"x\", \"password\": \"short\", \"role\": \"admin\"}")
                .expectProblem(422)
                .fields())
                .contains("email", "password", "name", "role");
    }
}
