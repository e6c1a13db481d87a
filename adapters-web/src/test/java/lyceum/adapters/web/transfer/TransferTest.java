package lyceum.adapters.web.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.adapters.web.support.World;
import lyceum.domain.course.Course;
import lyceum.domain.course.CourseState;
import lyceum.domain.identity.Role;
import lyceum.fake.Courses;
import lyceum.fake.FaultyCourseRepository.Operation;
import lyceum.fake.Faults.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
final class TransferTest {

    private static final String CSV = "text/csv; charset=utf-8";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply post(String query, String body, String type) {
        return server.as(Role.ADMIN, "POST", "/courses/import" + query, body, "Content-Type", type);
    }

    private Course course(String externalId) {
        return server.world.courses.findByExternalIds(Set.of(externalId)).getFirst();
    }

    @Test
    void aCatalogueGoesInOnce() {
        var csv = "id,course_title,level\n1,Über Java,Expert Level\n2,,Expert\n3,\"C\nGo\",All Levels\n1,Über Java,\n";
        var map = "?map=external_id=id,title=course_title,difficulty=level";
        var reply = post(map, csv, CSV).expect(200);

        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.json().members().keySet())
                .containsExactly("created", "updated", "unchanged", "rejected", "rejections", "duration_ms");
        assertThat(reply.text())
                .contains("\"created\":2,\"updated\":1,\"unchanged\":1,\"rejected\":1,")
                .contains("[{\"line\":3,\"field\":\"title\",\"reason\":\"is missing\"}]");
        assertThat(server.get("/courses").expect(200).at("total")).isEqualTo("2");
        assertThat(server.get("/courses/" + course("3").id()).expect(200).at("title")).isEqualTo("C Go");

        assertThat(post(map, csv, CSV).expect(200).at("unchanged")).isEqualTo("3");
        assertThat(course("1").version()).isEqualTo(1);
    }

    @Test
    void anImportIsSeenByTheNextRead() {
        post("", "{\"external_id\":\"1\",\"title\":\"Before\"}", "application/x-ndjson").expect(200);
        var path = "/courses/" + course("1").id();
        assertThat(server.get(path).at("title")).isEqualTo("Before");
        post("", "{\"external_id\":\"1\",\"title\":\"After\"}", "application/x-ndjson").expect(200);
        assertThat(server.get(path).at("title")).isEqualTo("After");
        assertThat(server.get("/courses").at("items.0.title")).isEqualTo("After");
    }

    @Test
    void aCatalogueOfAnySizeStreamsThroughAndEveryBadRowIsNamed() {
        var rows = IntStream.rangeClosed(1, 5_000)
                .mapToObj(i -> "{\"external_id\":" + i + ",\"summary\":\"" + "x".repeat(400) + "\"}\n")
                .collect(Collectors.joining());
        var bytes = rows.getBytes(UTF_8);
        assertThat(bytes.length).isGreaterThan(4 * World.MAX_BODY);
        var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
        var reply = server.send("POST", "/courses/import", body, "Content-Type", "application/x-ndjson",
                "Authorization", "Bearer " + server.token(Role.ADMIN))
                .expect(200);
        assertThat(reply.at("rejected")).isEqualTo("5000");
        assertThat(reply.elements("rejections")).hasSize(5_000);
        assertThat(reply.at("rejections.4999.line")).isEqualTo("5000");
    }

    @Test
    void onlyAnAdminMayImportAndExport() {
        assertThat(server.send("POST", "/courses/import", "a\n", "Content-Type", CSV).status()).isEqualTo(401);
        server.as(Role.INSTRUCTOR, "POST", "/courses/import", "a\n", "Content-Type", CSV).expectProblem(403);
        server.get("/courses/export").expectProblem(401);
        server.get("/courses/imports").expectProblem(401);
        server.as(Role.STUDENT, "GET", "/courses/imports", null).expectProblem(403);
    }

    @Test
    void whatMakesNoSenseIsRefusedBeforeAnythingGoesIn() {
        var row = "external_id,title\n1,A\n";
        assertThat(post("?map=titel=x", row, CSV).expectProblem(422).text()).contains("titel");
        assertThat(post("?map=title=x", row, CSV).expectProblem(422).fields()).containsExactly("map.title");
        assertThat(post("", "a,a\n1,2\n", CSV).expectProblem(422).fields()).containsExactly("header");
        post("", "", CSV).expectProblem(422);
        post("", row, "application/json").expectProblem(415);
        assertThat(server.get("/courses").at("total")).isEqualTo("0");
        assertThat(runs().elements("imports")).isEmpty();
    }

    @Test
    void anImportThatTheStoreEndsSaysHowFarItCame() {
        server.world.courses.faults().inject(Fault.FAIL_BEFORE, Operation.SAVE_ALL);
        var reply = post("", "external_id,title\n1,A\n", CSV).expectProblem(503);
        assertThat(reply.at("detail")).contains("0 rows are stored", "safe");
        assertThat(runs().at("imports.0.state")).isEqualTo("failed");
    }

    @Test
    void importsCanBeWatched() {
        post("", "external_id,title\n1,A\n2\n", CSV).expect(200);
        var run = runs();
        assertThat(run.at("imports.0.state")).isEqualTo("done");
        assertThat(run.at("imports.0.format")).isEqualTo("csv");
        assertThat(run.at("imports.0.rows")).isEqualTo("2");
        assertThat(run.at("imports.0.rejected")).isEqualTo("1");
        assertThat(run.at("imports.0.started_at")).isEqualTo(server.world.clock.instant().toString());
    }

    private Reply runs() {
        return server.as(Role.ADMIN, "GET", "/courses/imports", null).expect(200);
    }

    @ParameterizedTest
    @EnumSource
    void anExportComesBackUnchanged(CatalogueFormat format) {
        server.world.courses.insert(Courses.rich(1));
        Courses.many(700).stream().skip(1).forEach(server.world.courses::insert);
        server.world.courses.insert(Courses.course(900).state(CourseState.DRAFT).build());
        var export = server.as(Role.ADMIN, "GET", "/courses/export?format=" + format.extension(), null).expect(200);
        assertThat(export.header("Content-Type")).startsWith(format.mediaType());
        var again = post("", export.text(), format.mediaType()).expect(200);
        assertThat(again.at("unchanged")).isEqualTo("701");
        assertThat(again.at("rejected")).isEqualTo("0");
    }

    @Test
    void anExportKnowsTwoFormats() {
        assertThat(server.as(Role.ADMIN, "GET", "/courses/export?format=xml", null).expectProblem(400).fields())
                .containsExactly("format");
        assertThat(Objects.requireNonNull(server.as(Role.ADMIN, "GET", "/courses/export", null).header("Content-Type")))
                .startsWith("application/x-ndjson");
    }
}
