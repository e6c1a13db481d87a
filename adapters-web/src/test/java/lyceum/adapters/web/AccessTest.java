package lyceum.adapters.web;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.UserId;
import lyceum.fake.Courses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class AccessTest {

    /** Who may call what, written down once more: what the product has and this table has not, or otherwise, fails. */
    private static final String TABLE = """
            GET    /                                                                   everybody
            GET    /docs                                                               everybody
            GET    /docs/{file}                                                        everybody
            GET    /openapi.yaml                                                       everybody
            GET    /openapi.json                                                       everybody
            GET    /health                                                             everybody
            GET    /health/liveness                                                    everybody
            GET    /health/readiness                                                   everybody
            GET    /.well-known/jwks.json                                              everybody
            POST   /auth/register                                                      everybody
            POST   /auth/login                                                         everybody
            POST   /auth/refresh                                                       everybody
            POST   /auth/revoke                                                        everybody
            DELETE /auth/logout                                                        accounts
            GET    /auth/me                                                            accounts
            GET    /auth/sessions                                                      accounts
            DELETE /auth/sessions/{session_id}                                         accounts
            PUT    /auth/password                                                      accounts
            GET    /users                                                              admins
            GET    /users/{user_id}                                                    admins
            PATCH  /users/{user_id}                                                    admins
            DELETE /users/{user_id}                                                    admins
            DELETE /users/{user_id}/sessions                                           admins
            DELETE /sessions                                                           admins
            GET    /courses                                                            everybody
            GET    /courses/{course_id}                                                everybody
            GET    /courses/{course_id}/modules                                        everybody
            GET    /courses/{course_id}/modules/{module_id}                            everybody
            GET    /courses/{course_id}/modules/{module_id}/lessons                    everybody
            GET    /courses/{course_id}/modules/{module_id}/lessons/{lesson_id}        everybody
            POST   /courses                                                            authors
            PUT    /courses/{course_id}                                                authors
            PATCH  /courses/{course_id}                                                authors
            DELETE /courses/{course_id}                                                authors
            POST   /courses/{course_id}/modules                                        authors
            PUT    /courses/{course_id}/modules/{module_id}                            authors
            PATCH  /courses/{course_id}/modules/{module_id}                            authors
            DELETE /courses/{course_id}/modules/{module_id}                            authors
            POST   /courses/{course_id}/modules/{module_id}/lessons                    authors
            PUT    /courses/{course_id}/modules/{module_id}/lessons/{lesson_id}        authors
            PATCH  /courses/{course_id}/modules/{module_id}/lessons/{lesson_id}        authors
            DELETE /courses/{course_id}/modules/{module_id}/lessons/{lesson_id}        authors
            POST   /courses/import                                                     admins
            GET    /courses/imports                                                    admins
            GET    /courses/export                                                     admins
            GET    /cache/stats                                                        everybody
            DELETE /cache/invalidate                                                   admins
            DELETE /cache/invalidate/{course_id}                                       admins
            """;

    record Rule(String method, String path, String access) {

        static Rule parse(String line) {
            var parts = line.split(" +", -1);
            return new Rule(parts[0], parts[1], parts[2]);
        }

        String name() {
            return method + ' ' + path;
        }
    }

    static final List<Rule> RULES = TABLE.lines().map(Rule::parse).toList();
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
        var rules = RULES.stream().map(Rule::name).collect(toCollection(TreeSet::new));
        assertThat(rules).isEqualTo(routes);
    }

    @ParameterizedTest
    @FieldSource("RULES")
    void onlyThoseWhoMayGetThrough(Rule rule) {
        var path = rule.path().replaceAll("\\{[a-z_]+}", Courses.id(1).value());
        var method = rule.method();
        var anonymous = SERVER.send(method, path, (String) null);
        if (rule.access().equals("everybody")) {
            assertThat(anonymous.status()).isNotIn(401, 403);
            return;
        }
        anonymous.expectProblem(401);
        assertThat(anonymous.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"lyceum\"");
        var garbage = SERVER.send(method, path, (String) null, "Authorization", "Bearer garbage");
        garbage.expectProblem(401);
        assertThat(garbage.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        var admitted = Map.of(
                "accounts", Set.of(Role.STUDENT, Role.INSTRUCTOR, Role.ADMIN),
                "authors", Set.of(Role.INSTRUCTOR, Role.ADMIN),
                "admins", Set.of(Role.ADMIN));
        for (var role : Role.values()) {
            expect(SERVER.as(role, method, path, null), admitted.getOrDefault(rule.access(), Set.of()).contains(role));
        }
    }

    private static void expect(Reply reply, boolean admitted) {
        if (admitted) {
            assertThat(reply.status()).isNotIn(401, 403);
        } else {
            forbidden(reply);
        }
    }

    private static void forbidden(Reply reply) {
        assertThat(reply.expectProblem(403).header("WWW-Authenticate"))
                .isEqualTo("Bearer realm=\"lyceum\", error=\"insufficient_scope\"");
    }

    @Test
    void anInstructorChangesOnlyTheirOwn() {
        SERVER.world.courses.insert(
                Courses.course(7).owner(TestServer.user(Role.INSTRUCTOR)).build());
        var path = "/courses/" + Courses.id(7);
        var other = "Bearer " + SERVER.token(new UserId("b".repeat(24)), Role.INSTRUCTOR);

        forbidden(SERVER.send("PATCH", path, "{\"title\": \"Mine now\"}", "Authorization", other));
        forbidden(SERVER.send("DELETE", path, (String) null, "Authorization", other));
        SERVER.as(Role.INSTRUCTOR, "PATCH", path, "{\"title\": \"Still mine\"}").expect(200);
        SERVER.as(Role.ADMIN, "PATCH", path, "{\"title\": \"Admins may\"}").expect(200);
    }
}
