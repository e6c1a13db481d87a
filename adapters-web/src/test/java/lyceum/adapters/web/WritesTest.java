package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Role;
import lyceum.fake.Courses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WritesTest {

    private static final String NEW =
            "{\"title\": \"Straße nach Köln\", \"category\": \"Travel\", \"difficulty\": \"beginner\"}";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aNewCourseHasItsDefaultsAndAPlace() {
        var created = server.as(Role.INSTRUCTOR, "POST", "/courses", NEW).expect(201);
        assertThat(created.header("Location")).isEqualTo("/courses/" + created.at("id"));
        assertThat(created.at("slug")).isEqualTo("strasse-nach-koln");
        assertThat(created.at("state")).isEqualTo("published");
        assertThat(created.at("language")).isEqualTo("en");
        assertThat(created.at("price")).isEqualTo("0");
        assertThat(created.at("version")).isEqualTo("1");
        assertThat(created.at("created_at")).isEqualTo("2026-01-01T00:00:00.000Z");

        var read = server.get(created.header("Location")).expect(200);
        assertThat(read.text()).isEqualTo(created.text());
        assertThat(read.header("ETag")).isEqualTo(created.header("ETag"));
        assertThat(server.get("/courses?category=travel").at("total")).isEqualTo("1");
    }

    @Test
    void whatWasGotCanBePut() {
        server.world.courses.insert(Courses.rich(1));
        var path = "/courses/" + Courses.id(1);
        var got = server.get(path);

        server.world.clock.advance(Duration.ofDays(1));
        var put = server.as(Role.ADMIN, "PUT", path, got.text().replace("Lesson 2", "Second")).expect(200);
        assertThat(put.at("version")).isEqualTo("2");
        assertThat(put.at("modules.0.lessons.1.title")).isEqualTo("Second");
        assertThat(withoutChange(put)).isEqualTo(withoutChange(got).replace("Lesson 2", "Second"));
        assertThat(server.get(path).text()).isEqualTo(put.text());
        assertThat(server.world.courses.find(Courses.id(1)).orElseThrow().details().durationMinutes())
                .as("the length is still the sum of the lessons")
                .isNull();
        assertThat(server.world.courses.find(Courses.id(1)).orElseThrow().externalId())
                .isEqualTo("udemy-1");
    }

    private static String withoutChange(Reply reply) {
        return reply.text().replaceAll(",\"updated_at\".*", "");
    }

    @Test
    void whatIsLeftOutOfAPutTakesItsDefault() {
        server.world.courses.insert(Courses.rich(1));
        var put = server.as(Role.ADMIN, "PUT", "/courses/" + Courses.id(1), NEW).expect(200);
        assertThat(put.at("tags")).isEqualTo("[]");
        assertThat(put.at("modules")).isEqualTo("[]");
        assertThat(put.at("description")).isEmpty();
        assertThat(put.at("enrollment_count")).isEqualTo("5000000000");
    }

    @Test
    void readOnlyMembersCannotBeChanged() {
        server.world.courses.insert(Courses.rich(1));
        var path = "/courses/" + Courses.id(1);
        for (var field : new String[] {"id", "version", "created_at", "rating_average", "enrollment_count"}) {
            for (var value : new String[] {"7", "null"}) {
                var patch = "{\"%s\": %s}".formatted(field, value);
                assertThat(server.as(Role.ADMIN, "PATCH", path, patch).expectProblem(422).fields())
                        .containsExactly(field);
            }
        }
        server.as(Role.ADMIN, "PATCH", path, "{\"version\": 1.0, \"enrollment_count\": 5e9}").expect(200);
    }

    @Test
    void aPatchChangesWhatItNames() {
        server.world.courses.insert(Courses.rich(1));
        var path = "/courses/" + Courses.id(1);
        var before = server.get(path);
        var patch = "{\"title\": \"New\", \"summary\": null, \"tags\": [\"one\"], \"duration_minutes\": 90}";
        var after = server.as(Role.ADMIN, "PATCH", path, patch, "Content-Type", "application/merge-patch+json")
                .expect(200);
        assertThat(after.at("title")).isEqualTo("New");
        assertThat(after.at("summary")).isEmpty();
        assertThat(after.at("tags")).isEqualTo("[\"one\"]");
        assertThat(after.at("duration_minutes")).isEqualTo("90");
        assertThat(after.at("slug")).isEqualTo(before.at("slug"));
        assertThat(after.at("modules")).isEqualTo(before.at("modules"));
        assertThat(server.as(Role.ADMIN, "PATCH", path, "{\"duration_minutes\": null}").at("duration_minutes"))
                .isEqualTo(before.at("duration_minutes"));
        server.as(Role.ADMIN, "PATCH", path, "{\"title\": null}").expectProblem(422);
    }

    @Test
    void aPreconditionHoldsOrNothingHappens() {
        server.world.courses.insert(Courses.course(1).build());
        var path = "/courses/" + Courses.id(1);
        var etag = server.get(path).header("ETag");
        var patch = "{\"title\": \"New\"}";

        server.as(Role.ADMIN, "PATCH", path, patch, "If-Match", "\"other\"").expectProblem(412);
        server.as(Role.ADMIN, "PATCH", path, patch, "If-Match", "W/" + etag).expectProblem(412);
        server.as(Role.ADMIN, "PATCH", path, patch, "If-None-Match", "*").expectProblem(412);
        server.as(Role.ADMIN, "DELETE", path, null, "If-Match", "\"other\"").expectProblem(412);
        var changed = server.as(Role.ADMIN, "PATCH", path, patch, "If-Match", "\"other\", " + etag).expect(200);
        server.as(Role.ADMIN, "PATCH", path, patch, "If-Match", etag).expectProblem(412);
        server.as(Role.ADMIN, "DELETE", path, null, "If-Match", changed.header("ETag")).expect(204);
        server.get(path).expectProblem(404);
        server.as(Role.ADMIN, "DELETE", path, null, "If-Match", "*").expectProblem(404);
    }
}
