package lyceum.adapters.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.http.HttpMethod;
import io.micronaut.web.router.Router;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lyceum.adapters.web.identity.AccessRules;
import lyceum.adapters.web.identity.AccessRules.Access;
import lyceum.adapters.web.json.Json;
import lyceum.adapters.web.json.JsonWriter;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Role;
import lyceum.fake.Courses;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class DocsTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final TestServer SERVER = new TestServer();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        var described = new TreeSet<String>();
        operations((method, path, _) -> described.add(method + ' ' + path));
        var routes = SERVER.bean(Router.class)
                .uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .map(route -> route.getHttpMethod() + " " + route.getUriMatchTemplate().toPathString())
                .collect(toCollection(TreeSet::new));
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void whatNeedsATokenSaysSo() {
        operations((method, path, operation) -> {
            var access = AccessRules.of(HttpMethod.valueOf(method), path).orElseThrow().access();
            var needed = operation.get("security") instanceof Json.Arr(var ways) && ways.size() == 1;
            assertThat(needed).as(method + ' ' + path).isEqualTo(access != Access.EVERYBODY);
            var roles = access != Access.EVERYBODY && access != Access.ACCOUNTS;
            assertThat(told(operation).contains("403")).as(method + ' ' + path).isEqualTo(roles);
        });
    }

    @Test
    void whoAcceptsNothingThatCanBeHadIsToldAsDescribed() {
        operations((method, path, operation) -> {
            var there = path.replaceAll("\\{[a-z_]+}", Courses.id(1).value());
            var type = path.endsWith("/import") ? "text/csv" : "application/json";
            var reply = SERVER.as(
                    Role.ADMIN, method, there, "{}", "Accept", "application/unheard-of", "Content-Type", type);
            assertThat(told(operation).contains("406")).as(method + ' ' + path).isEqualTo(reply.status() == 406);
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var description = SERVER.get("/openapi.json").json();
        references(description, reference -> {
            Json at = description;
            for (var step : reference.substring(2).split("/", -1)) {
                at = at instanceof Json.Obj(var members) ? members.getOrDefault(step, Json.NULL) : Json.NULL;
            }
            assertThat(at).as(reference).isInstanceOf(Json.Obj.class);
        });
    }

    @Test
    void whatIsShownIsWhatIsDescribed() {
        SERVER.world.courses.insert(Courses.rich(1));
        var schemas = "components.schemas.";
        var api = SERVER.get("/openapi.json");
        var shown = new TreeSet<>(SERVER.get("/courses/" + Courses.id(1)).json().members().keySet());
        shown.removeAll(Set.of("description", "modules"));
        assertThat(member(api.json(), schemas + "CourseSummary.properties").keySet()).isEqualTo(shown);
        assertThat(api.at(schemas + "CourseSummary.required")).contains("enrollment_count");
    }

    @Test
    void whatCanBeDirectedSaysSo() {
        operations((method, path, operation) -> {
            var parameters = new String(JsonWriter.bytes(operation), UTF_8).contains("parameters/CacheControl");
            assertThat(parameters).as(method + ' ' + path).isEqualTo(told(operation).contains("504"));
        });
    }

    @Test
    void thePageLoadsNothingFromElsewhere() {
        var page = SERVER.get("/docs").expect(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(page.text()).doesNotContain("http://", "https://").contains("/docs/docs.js", "/docs/docs.css");
        SERVER.get("/docs/docs.js").expect(200);
        SERVER.get("/docs/docs.css").expect(200);
        SERVER.get("/docs/openapi.yaml").expectProblem(404);
        assertThat(SERVER.get("/openapi.yaml").expect(200).text()).startsWith("openapi: 3.1.0");
        assertThat(SERVER.get("/").expect(307).header("Location")).isEqualTo("/docs");
    }

    @FunctionalInterface
    private interface OperationVisitor {
        void visit(String method, String path, Json.Obj operation);
    }

    private static void operations(OperationVisitor visitor) {
        member(SERVER.get("/openapi.json").json(), "paths").forEach((path, item) -> {
            if (item instanceof Json.Obj(var members)) {
                members.forEach((method, operation) -> {
                    if (METHODS.contains(method) && operation instanceof Json.Obj object) {
                        visitor.visit(method.toUpperCase(Locale.ROOT), path, object);
                    }
                });
            }
        });
    }

    private static Set<String> told(Json.Obj operation) {
        return operation.get("responses") instanceof Json.Obj(var answers) ? answers.keySet() : Set.of();
    }

    private static Map<String, Json> member(Json.Obj object, String path) {
        var members = object.members();
        for (var step : path.split("\\.", -1)) {
            members = members.get(step) instanceof Json.Obj(var below) ? below : Map.of();
        }
        return members;
    }

    private static void references(Json json, Consumer<String> visitor) {
        var below = switch (json) {
            case Json.Obj(var members) -> members.values().stream();
            case Json.Arr(var elements) -> elements.stream();
            default -> Stream.<Json>empty();
        };
        below.forEach(value -> references(value, visitor));
        if (json instanceof Json.Obj object && object.get("$ref") instanceof Json.Text(var reference)) {
            visitor.accept(reference);
        }
    }
}
