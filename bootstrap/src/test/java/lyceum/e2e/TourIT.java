package lyceum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The tour of the README, step by step, as a stranger takes it: nothing set, only what the program printed is known. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TourIT {

    private static final String CSV = """
            id,name,subject,level,hours
            t-1,Tour of Bees,Science,Expert Level,1.5
            t-2,Tour of Trees,Science,All Levels,45 min
            ,Nameless,Science,Beginner,1
            """;

    @TempDir
    private static Path folder;

    private static Artefact artefact;
    private static Client anyone;
    private static Client admin;
    private static String id = "";

    @BeforeAll
    static void start() throws Exception {
        artefact = Artefact.start(folder, Map.of());
        admin = artefact.admin();
        anyone = new Client(admin.url());
    }

    @AfterAll
    static void stop() {
        artefact.close();
    }

    @Test
    @Order(1)
    void the_catalogue_is_there() {
        var page = anyone.get("/courses");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json()).containsKeys("total", "page", "page_size", "items");
        assertThat(page.items()).hasSize(12);
        assertThat((Integer) page.json().get("total")).isGreaterThan(200);
        assertThat(page.items().getFirst()).doesNotContainKey("modules");
    }

    @Test
    @Order(2)
    void a_search_finds_stems_and_prefixes() {
        assertThat(anyone.get("/courses?search=python").items()).isNotEmpty();
        assertThat(anyone.get("/courses?search=progr").items()).isNotEmpty();
    }

    @Test
    @Order(3)
    void a_course_is_read_from_memory_the_second_time_and_not_sent_the_third() {
        id = anyone.anyCourse();
        var first = anyone.get("/courses/" + id);
        var second = anyone.get("/courses/" + id);
        assertThat(second.header("Cache-Status")).contains("caffeine; hit");
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(anyone.get("/courses/" + id, "If-None-Match", second.header("ETag")).status()).isEqualTo(304);
    }

    @Test
    @Order(4)
    void a_stranger_cannot_write_and_is_told_why() {
        var refused = anyone.json("POST", "/courses", "{}");
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    @Order(5)
    void an_admin_writes_and_everyone_reads_it_at_once() {
        var created = admin.json(
                "POST", "/courses", "{\"title\":\"Knots\",\"category\":\"Crafts\",\"difficulty\":\"beginner\"}");
        assertThat(created.status()).isEqualTo(201);
        id = created.string("id");
        assertThat(created.header("Location")).endsWith("/courses/" + id);
        assertThat(anyone.get("/courses/" + id).string("title")).isEqualTo("Knots");
        assertThat(anyone.get("/courses?sort_by=recent&page_size=1").items().getFirst().get("id")).isEqualTo(id);
    }

    @Test
    @Order(6)
    void a_change_is_seen_by_the_next_read_and_not_made_over_anothers() {
        var seen = anyone.get("/courses/" + id).header("ETag");
        var changed = admin.send(
                "PATCH", "/courses/" + id, "application/merge-patch+json", "{\"price\":9.5}", "If-Match", seen);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(anyone.get("/courses/" + id).json().get("price")).isEqualTo(9.5);
        var late = admin.json("PATCH", "/courses/" + id, "{\"price\":1}", "If-Match", seen);
        assertThat(late.status()).isEqualTo(412);
    }

    @Test
    @Order(7)
    void wrong_input_is_named_by_field_and_rule() {
        var wrong = admin.json("POST", "/courses", "{\"title\":\"\",\"categry\":\"x\"}");
        assertThat(wrong.status()).isBetween(400, 422);
        assertThat(wrong.text()).contains("title", "categry", "difficulty");
        assertThat(anyone.get("/courses?page_size=101").text()).contains("page_size");
    }

    @Test
    @Order(8)
    void a_catalogue_is_imported_and_every_row_accounted_for() {
        var map = "external_id=id,title=name,category=subject,difficulty=level,duration_hours=hours";
        var report = admin.send("POST", "/courses/import?map=" + map, "text/csv", CSV);
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.json()).containsEntry("created", 2).containsEntry("updated", 0).containsEntry("rejected", 1);
        assertThat(report.text()).contains("\"line\":4");
        assertThat(anyone.get("/courses?search=bees").items().getFirst())
                .containsEntry("difficulty", "advanced")
                .containsEntry("duration_minutes", 90);
        var again = admin.send("POST", "/courses/import?map=" + map, "text/csv", CSV);
        assertThat(again.json()).containsEntry("created", 0).containsEntry("updated", 2).containsEntry("unchanged", 2);
    }

    @Test
    @Order(9)
    void the_tiers_tell_what_they_did_and_forget_on_demand() {
        assertThat(anyone.get("/cache/stats").text()).contains("hit_ratio", "caffeine", "redis");
        assertThat(anyone.delete("/cache/invalidate/" + id).status()).isEqualTo(401);
        assertThat(admin.delete("/cache/invalidate/" + id).status()).isBetween(200, 204);
        assertThat(anyone.get("/courses/" + id).header("Cache-Status")).contains("fwd=");
    }

    @Test
    @Order(10)
    void what_is_deleted_is_gone_everywhere() {
        assertThat(admin.delete("/courses/" + id).status()).isEqualTo(204);
        assertThat(anyone.get("/courses/" + id).status()).isEqualTo(404);
        assertThat(anyone.get("/courses?search=knots").items()).noneMatch(item -> id.equals(item.get("id")));
    }

    @Test
    @Order(11)
    void the_api_describes_itself() {
        assertThat(anyone.get("/openapi.yaml").text()).contains("openapi: 3.1", "/courses/{course_id}", "/auth/login");
        assertThat(anyone.get("/docs").header("Content-Type")).startsWith("text/html");
        for (var path : List.of("/health", "/health/readiness")) {
            assertThat(anyone.get(path).status()).isEqualTo(200);
        }
    }

    @Test
    @Order(12)
    void warming_reported_what_it_loaded() {
        assertThat(artefact.waitForOutput("warmed 3 lists")).contains("0 errors");
    }
}
