package lyceum.adapters.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.TreeSet;
import lyceum.adapters.web.identity.AccessRules;
import lyceum.adapters.web.identity.AccessRules.Access;
import lyceum.adapters.web.identity.AccessRules.Rule;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.UserId;
import lyceum.fake.Courses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class AccessTest {

    static final List<Rule> RULES = AccessRules.TABLE;
    private static final TestServer SERVER = new TestServer();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void everyRouteHasARuleAndEveryRuleARoute() {
        var routes = SERVER.bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .map(route -> route.getHttpMethod() + " " + route.getUriMatchTemplate().toPathString())
                .collect(toCollection(TreeSet::new));
        var rules = RULES.stream().map(rule -> rule.method() + " " + rule.path()).collect(toCollection(TreeSet::new));
        assertThat(rules).isEqualTo(routes);
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void onlyThoseWhoMayGetThrough(Rule rule) {
        var path = rule.path().replaceAll("\\{[a-z_]+}", Courses.id(1).value());
        var method = rule.method().name();
        var anonymous = SERVER.send(method, path, (String) null);
        if (rule.access() == Access.EVERYBODY) {
            assertThat(anonymous.header("WWW-Authenticate")).doesNotContain("invalid");
            return;
        }
        anonymous.expectProblem(401);
        assertThat(anonymous.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"lyceum\"");
        var garbage = SERVER.send(method, path, (String) null, "Authorization", "Bearer garbage");
        garbage.expectProblem(401);
        assertThat(garbage.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        SERVER.as(Role.STUDENT, method, path, null).expectProblem(403);
        assertThat(SERVER.as(Role.INSTRUCTOR, method, path, null).status() == 403)
                .isEqualTo(rule.access() == Access.ADMINS);
        assertThat(SERVER.as(Role.ADMIN, method, path, null).status()).isNotIn(401, 403);
    }

    @Test
    void anInstructorChangesOnlyTheirOwn() {
        SERVER.world.courses.insert(
                Courses.course(7).owner(TestServer.user(Role.INSTRUCTOR)).build());
        var path = "/courses/" + Courses.id(7);
        var other = "Bearer " + SERVER.token(new UserId("b".repeat(24)), Role.INSTRUCTOR);

        SERVER.send("PATCH", path, "{\"title\": \"Mine now\"}", "Authorization", other).expectProblem(403);
        SERVER.send("DELETE", path, (String) null, "Authorization", other).expectProblem(403);
        SERVER.as(Role.INSTRUCTOR, "PATCH", path, "{\"title\": \"Still mine\"}").expect(200);
        SERVER.as(Role.ADMIN, "PATCH", path, "{\"title\": \"Admins may\"}").expect(200);
    }
}
