package lyceum.adapters.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import lyceum.adapters.web.problem.ProblemType;
import lyceum.adapters.web.support.TestServer;
import lyceum.adapters.web.support.World;
import lyceum.domain.identity.Role;
import lyceum.fake.Courses;
import lyceum.fake.FaultyCourseRepository.Operation;
import lyceum.fake.Faults.Fault;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProblemsTest {

    private static final TestServer SERVER = new TestServer();
    private static final String COURSE = "/courses/" + Courses.id(1);

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @AfterEach
    void heal() {
        SERVER.world.courses.faults().heal();
        SERVER.world.execution.overloaded(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/courses/000000000000000000000001", "/docs/none.js", "/favicon.ico"})
    void whatIsNotThereIsNotFound(String path) {
        SERVER.get(path).expectProblem(404);
        SERVER.get(path, "Accept", "text/html, */*;q=0.1").expectProblem(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0000000000000000000000", "00000000000000000000000G", "ABCDEFABCDEFABCDEFABCDEF",
        "%20"})
    void aBadIdIsNamed(String id) {
        assertThat(SERVER.get("/courses/" + id).expectProblem(400).fields()).containsExactly("course_id");
        assertThat(SERVER.as(Role.ADMIN, "DELETE", "/courses/" + id, null)
                .expectProblem(400)
                .fields())
                .containsExactly("course_id");
    }

    @ParameterizedTest
    @CsvSource({
        "page=0, page",
        "page=-1, page",
        "page=1.5, page",
        "page=, page",
        "page=9999999999, page",
        "page=1&page=2, page",
        "page_size=0, page_size",
        "page_size=101, page_size",
        "page_size=x, page_size",
        "difficulty=expert, difficulty",
        "difficulty=BEGINNER, difficulty",
        "sort_by=newest, sort_by",
        "cursor=rubbish, cursor",
        "search=a%00b, search",
        "category=a%0Ab, category"
    })
    void aBadParameterIsNamed(String query, String field) {
        assertThat(SERVER.get("/courses?" + query).expectProblem(400).fields()).containsExactly(field);
    }

    @Test
    void everyBadParameterIsNamedAtOnce() {
        assertThat(SERVER.get("/courses?page=0&page_size=101&sort_by=x&search=" + "a".repeat(201))
                .expectProblem(400)
                .fields())
                .containsExactlyInAnyOrder("page", "page_size", "sort_by", "search");
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        var reply = SERVER.send("POST", COURSE, "{}").expectProblem(405);
        assertThat(Set.of(reply.header("Allow").split(",\\s*", -1)))
                .containsExactlyInAnyOrder("GET", "HEAD", "PUT", "PATCH", "DELETE");
        SERVER.send("BREW", "/courses", (String) null).expectProblem(405);
    }

    @Test
    void mediaTypesAreNegotiated() {
        SERVER.get("/courses", "Accept", "text/html").expectProblem(406);
        SERVER.get("/courses", "Accept", "text/html, */*;q=0.5").expect(200);
        var patch = SERVER.as(Role.ADMIN, "PATCH", COURSE, "<a/>", "Content-Type", "application/xml");
        assertThat(patch.expectProblem(415).header("Accept-Patch"))
                .isEqualTo("application/merge-patch+json, application/json");
        SERVER.as(Role.ADMIN, "POST", "/courses", "a=b", "Content-Type", "application/x-www-form-urlencoded")
                .expectProblem(415);
    }

    @Test
    void aLargeBodyIsRefusedWithAndWithoutALength() {
        var large = "{\"title\": \"" + "x".repeat(World.MAX_BODY) + "\"}";
        SERVER.as(Role.ADMIN, "POST", "/courses", large).expectProblem(413);
        SERVER.send("POST", "/auth/login", large).expectProblem(413);
        var chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(UTF_8)));
        SERVER.send("POST", "/auth/login", chunked).expectProblem(413);
        SERVER.get("/courses").expect(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "GET /courses?search=%s HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n | 414",
        "GET /courses HTTP/1.1\\r\\nHost: x\\r\\nX-Long: %s\\r\\n\\r\\n | 431",
        "GET /courses\\r\\n\\r\\n%.0s | 400",
        "nonsense%.0s\\r\\n\\r\\n | 400",
        "GET /courses HTTP/1.1\\r\\nHost: x\\r\\nbad header%.0s\\r\\n\\r\\n | 400",
        "GET /courses/%%zz%.0s HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n | 400",
        "GET /courses?page=%%zz%.0s HTTP/1.1\\r\\nHost: x\\r\\nConnection: close\\r\\n\\r\\n | 400"
    })
    void whatIsNoHttpIsRefusedAsAProblem(String request, int status) {
        var answer = SERVER.raw(request.replace("\\r\\n", "\r\n").formatted("x".repeat(20_000)));
        assertThat(answer).matches("(?s)HTTP/1.[01] " + status + " .*").contains("application/problem+json");
        assertThat(answer).doesNotContain("Exception", "netty");
    }

    @Test
    void anOutageIsTemporary() {
        SERVER.world.courses.faults().inject(Fault.FAIL_BEFORE, Operation.values());
        for (var path : List.of("/courses/" + Courses.id(2), "/courses?page=7")) {
            assertThat(SERVER.get(path).expectProblem(503).header("Retry-After")).isEqualTo("1");
        }
        SERVER.as(Role.ADMIN, "DELETE", COURSE, null).expectProblem(503);
        SERVER.world.courses.faults().heal();
        SERVER.world.execution.overloaded(true);
        assertThat(SERVER.get("/courses/" + Courses.id(3)).expectProblem(503).header("Retry-After"))
                .isEqualTo("1");
    }

    @Test
    void everyTypeOfProblemIsExplained() {
        var page = SERVER.get("/docs").expect(200).text();
        for (var type : ProblemType.values()) {
            assertThat(page).contains("id=\"" + type.uri().substring("/docs#".length()) + '"');
        }
    }
}
