package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import lyceum.adapters.web.support.CacheStatusField;
import lyceum.adapters.web.support.TestServer;
import lyceum.fake.Courses;
import lyceum.fake.FaultyCacheTier;
import lyceum.fake.Faults.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReadsTest {

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aCourseIsShownWithEverythingPublicAndNothingElse() {
        server.world.courses.insert(Courses.rich(1));
        var reply = server.get("/courses/" + Courses.id(1)).expect(200);

        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        assertThat(reply.json().members().keySet())
                .containsExactly(
                        "id", "title", "slug", "summary", "description", "category", "difficulty", "language", "tags",
                        "instructor", "duration_minutes", "state", "price", "rating_average", "rating_count",
                        "enrollment_count", "modules", "created_at", "updated_at", "version");
        assertThat(reply.at("difficulty")).isEqualTo("advanced");
        assertThat(reply.at("price")).isEqualTo("19.9");
        assertThat(reply.at("enrollment_count")).isEqualTo("5000000000");
        assertThat(reply.at("created_at")).isEqualTo("2025-03-01T08:00:00.123Z");
        assertThat(reply.at("modules.0.lessons.1.position")).isEqualTo("2");
        assertThat(reply.text()).doesNotContain("udemy-1", "0123456789abcdef01234567");
    }

    @Test
    void aListHasSummariesAndACursor() {
        Courses.many(14).forEach(server.world.courses::insert);
        var reply = server.get("/courses").expect(200);

        assertThat(reply.json().members().keySet()).containsExactly("total", "page", "page_size", "items", "next");
        assertThat(reply.at("total")).isEqualTo("14");
        assertThat(reply.elements("items")).hasSize(12);
        assertThat(reply.at("items.0")).doesNotContain("modules", "description").contains("\"title\"");
        var rest = server.get("/courses?cursor=" + reply.at("next")).expect(200);
        assertThat(rest.elements("items")).hasSize(2);
        assertThat(rest.at("next")).isEqualTo("null");
    }

    @Test
    void theTierThatServedIsNamed() {
        server.world.courses.insert(Courses.course(1).build());
        var path = "/courses/" + Courses.id(1);

        var loaded = server.get(path);
        assertThat(loaded.header("Cache-Status"))
                .isEqualTo("lyceum-redis; fwd=miss; stored, lyceum-caffeine; fwd=miss; stored");
        assertThat(loaded.header("Age")).isEmpty();
        server.world.clock.advance(Duration.ofSeconds(13));
        var hit = server.get(path);
        assertThat(hit.header("Cache-Status")).isEqualTo("lyceum-caffeine; hit; ttl=287");
        assertThat(hit.header("Age")).isEqualTo("13");
        assertThat(server.get("/courses").header("Cache-Status")).contains("fwd=miss");
        assertThat(server.get("/courses").header("Cache-Status")).isEqualTo("lyceum-caffeine; hit; ttl=300");
    }

    @Test
    void theWayIsAlwaysWellFormed() {
        server.world.courses.insert(Courses.course(1).build());
        server.world.redis.faults().inject(Fault.FAIL_BEFORE, FaultyCacheTier.Operation.values());
        var statuses = List.of(
                server.get("/courses/" + Courses.id(1)).header("Cache-Status"),
                server.get("/courses/" + Courses.id(1)).header("Cache-Status"),
                server.get("/courses/" + Courses.id(2)).header("Cache-Status"),
                server.get("/courses?page=3").header("Cache-Status"));
        assertThat(statuses).allSatisfy(CacheStatusField::read);
        assertThat(statuses.getFirst()).startsWith("lyceum-redis; fwd=bypass; detail=unavailable, lyceum-caffeine;");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"%s", "W/%s", "\"other\", W/%s", "*"})
    void whatTheClientHasIsNotSentAgain(String condition) {
        server.world.courses.insert(Courses.course(1).build());
        var path = "/courses/" + Courses.id(1);
        var etag = server.get(path).header("ETag");

        var reply = server.get(path, "If-None-Match", condition.formatted(etag)).expect(304);
        assertThat(reply.bytes()).isEmpty();
        assertThat(reply.header("ETag")).isEqualTo(etag).startsWith("\"");
        assertThat(reply.header("Cache-Status")).isNotEmpty();
        assertThat(reply.header("Cache-Control")).isEqualTo("public, max-age=0, must-revalidate");
        server.get(path, "If-None-Match", "\"other\"").expect(200);
        server.get("/courses", "If-None-Match", server.get("/courses").header("ETag")).expect(304);
    }

    @Test
    void headIsGetWithoutTheBody() {
        server.world.courses.insert(Courses.course(1).build());
        for (var path : List.of("/courses", "/courses/" + Courses.id(1), "/courses/" + Courses.id(1) + "/modules")) {
            var get = server.get(path).expect(200);
            var head = server.send("HEAD", path, (String) null).expect(200);
            assertThat(head.bytes()).isEmpty();
            assertThat(head.header("Content-Length")).as(path).isEqualTo(get.header("Content-Length"));
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
        }
        assertThat(server.send("HEAD", "/courses/" + Courses.id(2), (String) null).status()).isEqualTo(404);
    }

    @Test
    void theBytesUnderAStrongTagAreAlwaysTheSame() {
        server.world.courses.insert(Courses.rich(1));
        var path = "/courses/" + Courses.id(1);
        var compressed = server.get(path, "Accept-Encoding", "gzip, deflate, br");
        assertThat(compressed.header("Content-Encoding")).isEmpty();
        assertThat(compressed.bytes()).isEqualTo(server.get(path).bytes());
    }

    @Test
    void aSearchIsRankedUnlessAnOrderIsAskedFor() {
        server.world.courses.insert(Courses.course(1).title("Java").build());
        server.get("/courses?search=java&utm_source=mail").expect(200);
        server.get("/courses?search=java&sort_by=popular").expect(200);
        assertThat(server.get("/courses?search=java&sort_by=relevance").header("Cache-Status")).contains("hit");
    }
}
