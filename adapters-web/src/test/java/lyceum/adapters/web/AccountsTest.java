package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.application.identity.Password;
import lyceum.application.identity.RegisterUser;
import lyceum.domain.course.CourseState;
import lyceum.domain.identity.Email;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.User;
import lyceum.fake.Courses;
import lyceum.fake.FaultyUserRepository.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts and sessions as their owners and admins see them. */
final class AccountsTest {

    private static final String PASSWORD = "correct horse battery";

    private final TestServer server = new TestServer();
    private final User root = registered("root", Role.ADMIN);
    private final User ann = registered("ann", Role.STUDENT);

    @AfterEach
    void stop() {
        server.close();
    }

    private User registered(String name, Role role) {
        var email = new Email(name + "@example.org");
        return server.bean(RegisterUser.class).register(email, name, new Password(PASSWORD), role).orElseThrow();
    }

    private Reply attempt(String name, String password, String device) {
        var body = "{\"username\": \"%s@example.org\", \"password\": \"%s\"}".formatted(name, password);
        return server.send("POST", "/auth/login", body, "User-Agent", device);
    }

    private Reply logIn(String name, String device) {
        return attempt(name, PASSWORD, device).expect(200);
    }

    private Reply as(Reply tokens, String method, String path, String body) {
        return server.send(method, path, body, "Authorization", "Bearer " + tokens.at("access_token"));
    }

    private Reply as(Reply tokens, String method, String path) {
        return server.send(method, path, (String) null, "Authorization", "Bearer " + tokens.at("access_token"));
    }

    private Reply refresh(Reply tokens) {
        return server.send("POST", "/auth/refresh", "{\"refresh_token\": \"" + tokens.at("refresh_token") + "\"}");
    }

    private void refused(Reply tokens) {
        var reply = as(tokens, "GET", "/auth/me").expectProblem(401);
        assertThat(reply.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"lyceum\", error=\"invalid_token\"");
        refresh(tokens).expectProblem(401);
    }

    @Test
    void everybodySeesTheirOwnAccount() {
        var tokens = logIn("ann", "a phone");
        var me = as(tokens, "GET", "/auth/me").expect(200);
        assertThat(me.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(me.json().members().keySet())
                .containsExactly("id", "email", "name", "role", "state", "created_at", "session_id", "signed_in_at");
        assertThat(me.at("id")).isEqualTo(ann.id().value());
        assertThat(me.at("email")).isEqualTo("ann@example.org");
        assertThat(me.at("role")).isEqualTo("student");
    }

    /** F6: as long as it is synchronised, nobody is asked. */
    @Test
    void whoIsKnownIsAnsweredFromMemory() {
        var tokens = logIn("ann", "a phone");
        as(tokens, "GET", "/auth/me").expect(200);
        var asked = server.world.users.faults().calls(Operation.FIND);
        server.world.users.faults().failAll();
        server.world.sessions.faults().failAll();
        server.world.tokens.away(true);
        for (var i = 0; i < 100; i++) {
            as(tokens, "GET", "/auth/me").expect(200);
        }
        assertThat(server.world.users.faults().calls(Operation.FIND)).isEqualTo(asked);
    }

    @Test
    void whatIsRememberedIsReadAgainWhenTheAccountChanged() {
        var tokens = logIn("ann", "a phone");
        as(tokens, "GET", "/auth/me").expect(200);
        var admin = logIn("root", "a desk");
        as(admin, "PATCH", "/users/" + ann.id(), "{\"role\": \"instructor\"}").expect(200);
        assertThat(as(tokens, "GET", "/auth/me").expect(200).at("role")).isEqualTo("instructor");
    }

    @Test
    void devicesAreListedAndEndedOneByOne() {
        var phone = logIn("ann", "a phone");
        server.world.clock.advance(Duration.ofMinutes(1));
        var laptop = logIn("ann", "a laptop");
        logIn("root", "a desk");
        var list = as(laptop, "GET", "/auth/sessions").expect(200);
        assertThat(list.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(list.elements("items")).hasSize(2);
        assertThat(list.at("items.0.client")).isEqualTo("a laptop");
        assertThat(list.at("items.0.current")).isEqualTo("true");
        assertThat(list.at("items.1.client")).isEqualTo("a phone");
        assertThat(list.at("items.1.created_at")).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(((Json.Obj) list.elements("items").getFirst()).members().keySet())
                .containsExactly("id", "client", "created_at", "last_seen_at", "expires_at", "current");

        as(laptop, "DELETE", "/auth/sessions/" + list.at("items.1.id")).expect(204);
        refused(phone);
        as(laptop, "GET", "/auth/me").expect(200);
        refresh(laptop).expect(200);
        as(laptop, "DELETE", "/auth/sessions/" + list.at("items.1.id")).expectProblem(404);
    }

    @Test
    void nobodyEndsSessionsOfOthers() {
        var anns = logIn("ann", "a phone");
        var id = as(anns, "GET", "/auth/me").at("session_id");
        var roots = logIn("root", "a desk");
        as(roots, "DELETE", "/auth/sessions/" + id).expectProblem(404);
        as(roots, "DELETE", "/auth/sessions/" + "f".repeat(24)).expectProblem(404);
        assertThat(as(roots, "DELETE", "/auth/sessions/x").expectProblem(400).fields()).containsExactly("session_id");
        as(anns, "GET", "/auth/me").expect(200);
    }

    /** X11. */
    @Test
    void loggingOutEndsOneSession() {
        var phone = logIn("ann", "a phone");
        var laptop = logIn("ann", "a laptop");
        var reply = as(phone, "DELETE", "/auth/logout").expect(204);
        assertThat(reply.header("Cache-Control")).isEqualTo("private, no-store");
        refused(phone);
        as(phone, "DELETE", "/auth/logout").expectProblem(401);
        as(laptop, "GET", "/auth/me").expect(200);
        refresh(laptop).expect(200);
    }

    @Test
    void tokensAreExchanged() {
        var first = logIn("ann", "a phone");
        var form = "grant_type=refresh_token&refresh_token=" + first.at("refresh_token");
        var second = server.send("POST", "/auth/refresh", form, "Content-Type", "application/x-www-form-urlencoded")
                .expect(200);
        assertThat(second.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(second.at("refresh_token")).isNotEqualTo(first.at("refresh_token"));
        as(second, "GET", "/auth/me").expect(200);
        assertThat(refresh(first).expect(200).text()).as("within the grace").isEqualTo(second.text());
        server.world.clock.advance(Duration.ofSeconds(6));
        assertThat(refresh(first).expectProblem(401).header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        refused(second);
    }

    @Test
    void whatIsNoRefreshTokenIsRefused() {
        var tokens = logIn("ann", "a phone");
        var access = "{\"refresh_token\": \"%s\"}".formatted(tokens.at("access_token"));
        server.send("POST", "/auth/refresh", access).expectProblem(401);
        server.send("POST", "/auth/refresh", "{\"refresh_token\": \"x\"}").expectProblem(401);
        assertThat(server.send("POST", "/auth/refresh", "{}").expectProblem(422).fields())
                .containsExactly("refresh_token");
        assertThat(server.send("POST", "/auth/refresh", "{\"refresh_token\": 1}").expectProblem(422).fields())
                .containsExactly("refresh_token");
    }

    @Test
    void tokensAreGivenBack() {
        var phone = logIn("ann", "a phone");
        give("token=" + phone.at("access_token"));
        as(phone, "GET", "/auth/me").expectProblem(401);
        var next = refresh(phone).expect(200);
        as(next, "GET", "/auth/me").expect(200);
        give("token=" + next.at("refresh_token") + "&token_type_hint=refresh_token");
        refused(next);
        give("token=nothing");
    }

    private void give(String form) {
        server.send("POST", "/auth/revoke", form, "Content-Type", "application/x-www-form-urlencoded").expect(200);
    }

    @Test
    void aPasswordIsChanged() {
        var phone = logIn("ann", "a phone");
        var laptop = logIn("ann", "a laptop");
        assertThat(change(laptop, "wrong", "another password").expectProblem(422).fields())
                .containsExactly("current_password");
        assertThat(change(laptop, PASSWORD, "short").expectProblem(422).fields()).containsExactly("new_password");
        assertThat(change(laptop, PASSWORD, "Password1").expectProblem(422).fields()).containsExactly("new_password");
        var tokens = change(laptop, PASSWORD, "another password").expect(200);
        refused(phone);
        refused(laptop);
        as(tokens, "GET", "/auth/me").expect(200);
        attempt("ann", PASSWORD, "a phone").expectProblem(401);
        attempt("ann", "another password", "a phone").expect(200);
    }

    private Reply change(Reply tokens, String current, String next) {
        var body = "{\"current_password\": \"%s\", \"new_password\": \"%s\"}".formatted(current, next);
        return as(tokens, "PUT", "/auth/password", body);
    }

    @Test
    void aCommonPasswordIsRefused() {
        for (var common : new String[] {"password", "12345678", "qwertyuiop", "iloveyou", "PASSWORD1"}) {
            var body = "{\"email\": \"b@example.org\", \"name\": \"B\", \"password\": \"%s\"}".formatted(common);
            var reply = server.send("POST", "/auth/register", body).expectProblem(422);
            assertThat(reply.fields()).as(common).containsExactly("password");
        }
    }

    /** X12: a demoted admin is none, from the next request on. */
    @Test
    void adminsChangeRolesAndStates() {
        var admin = logIn("root", "a desk");
        var anns = logIn("ann", "a phone");
        as(anns, "GET", "/users").expectProblem(403);
        as(admin, "PATCH", "/users/" + ann.id(), "{\"role\": \"admin\"}").expect(200);
        as(anns, "GET", "/users").expect(200);
        as(admin, "PATCH", "/users/" + ann.id(), "{\"role\": \"student\"}").expect(200);
        as(anns, "GET", "/users").expectProblem(403);

        var disabled = as(admin, "PATCH", "/users/" + ann.id(), "{\"state\": \"disabled\"}").expect(200);
        assertThat(disabled.at("state")).isEqualTo("disabled");
        refused(anns);
        attempt("ann", PASSWORD, "a phone").expectProblem(401);
        as(admin, "PATCH", "/users/" + ann.id(), "{\"state\": \"active\"}").expect(200);
        refused(anns);
        logIn("ann", "a phone");
    }

    @Test
    void adminsListAccounts() {
        var admin = logIn("root", "a desk");
        var first = as(admin, "GET", "/users?limit=1").expect(200);
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(first.at("items.0.email")).isEqualTo("root@example.org");
        assertThat(first.text()).doesNotContain("hash", "argon2");
        var second = as(admin, "GET", "/users?limit=1&after=" + first.at("next")).expect(200);
        assertThat(second.at("items.0.id")).isEqualTo(ann.id().value());
        assertThat(second.at("next")).isEqualTo("null");
        assertThat(as(admin, "GET", "/users?role=student").elements("items")).hasSize(1);
        assertThat(as(admin, "GET", "/users/" + ann.id()).expect(200).at("email")).isEqualTo("ann@example.org");
        assertThat(as(admin, "GET", "/users?role=x&limit=101&after=y").expectProblem(400).fields())
                .containsExactlyInAnyOrder("role", "limit", "after");
        as(admin, "GET", "/users/" + "f".repeat(24)).expectProblem(404);
        assertThat(as(admin, "GET", "/users/1").expectProblem(400).fields()).containsExactly("user_id");
    }

    @Test
    void whatAnAdminCannotDoIsNamed() {
        var admin = logIn("root", "a desk");
        var path = "/users/" + root.id();
        as(admin, "PATCH", path, "{\"role\": \"student\"}").expectProblem(409);
        as(admin, "PATCH", path, "{\"state\": \"disabled\"}").expectProblem(409);
        as(admin, "DELETE", path).expectProblem(409);
        var refused = as(admin, "PATCH", path, "{\"state\": \"deleted\", \"role\": \"x\", \"email\": \"y\"}");
        assertThat(refused.expectProblem(422).fields()).containsExactlyInAnyOrder("state", "role", "email");
        assertThat(refused.text()).contains("must be one of active, disabled\"");
        as(admin, "PATCH", path, "{}").expect(200);
    }

    /** X12. */
    @Test
    void whoIsDeletedIsGone() {
        var admin = logIn("root", "a desk");
        var anns = logIn("ann", "a phone");
        as(admin, "DELETE", "/users/" + ann.id()).expect(204);
        refused(anns);
        attempt("ann", PASSWORD, "a phone").expectProblem(401);
        as(admin, "GET", "/users/" + ann.id()).expectProblem(404);
        as(admin, "DELETE", "/users/" + ann.id()).expectProblem(404);
        registered("ann", Role.STUDENT);
        logIn("ann", "a phone");
        refused(anns);
    }

    @Test
    void adminsSignOthersOut() {
        var admin = logIn("root", "a desk");
        var phone = logIn("ann", "a phone");
        as(admin, "DELETE", "/users/" + ann.id() + "/sessions").expect(204);
        refused(phone);
        var laptop = logIn("ann", "a laptop");
        as(laptop, "GET", "/auth/me").expect(200);
        as(admin, "DELETE", "/sessions").expect(204);
        refused(laptop);
        refused(admin);
        as(logIn("root", "a desk"), "GET", "/users").expect(200);
    }

    /** The same for an account that there is and for one that there is not. */
    @Test
    void guessesAreSlowedDown() {
        for (var name : new String[] {"ann", "nobody"}) {
            for (var left = 9; left >= 0; left--) {
                var told = attempt(name, "wrong", "a phone").expectProblem(401);
                assertThat(told.header("RateLimit")).isEqualTo("\"login\";r=" + left + ";t=" + (left > 0 ? 3600 : 1));
            }
            var reply = attempt(name, PASSWORD, "a phone").expectProblem(429);
            assertThat(reply.header("Retry-After")).isEqualTo("1");
            assertThat(reply.header("RateLimit")).isEqualTo("\"login\";r=0;t=1");
            assertThat(reply.header("RateLimit-Policy")).isEqualTo("\"login\";q=10;w=3600");
        }
        server.world.clock.advance(Duration.ofSeconds(1));
        logIn("ann", "a phone");
    }

    @Test
    void aDraftIsShownToItsOwnerAndNobodyWhoseTokenIsRevoked() {
        var tokens = logIn("root", "a desk");
        server.world.courses.insert(Courses.course(7).state(CourseState.DRAFT).build());
        var path = "/courses/" + Courses.id(7);
        server.get(path).expectProblem(404);
        as(tokens, "GET", path).expect(200);
        as(tokens, "DELETE", "/auth/logout").expect(204);
        as(tokens, "GET", path).expectProblem(401);
    }
}
