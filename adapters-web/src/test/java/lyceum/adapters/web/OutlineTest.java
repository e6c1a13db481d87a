package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Role;
import lyceum.fake.Courses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OutlineTest {

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void modulesAndLessonsArePartsOfTheCourse() {
        server.world.courses.insert(Courses.rich(1));
        var course = "/courses/" + Courses.id(1);
        var whole = server.get(course);
        assertThat(server.get(course + "/modules").at("items")).isEqualTo(whole.at("modules"));
        var module = server.get(course + "/modules/m1").expect(200);
        assertThat(module.text()).isEqualTo(whole.at("modules.0"));
        assertThat(module.header("ETag")).isEqualTo(whole.header("ETag"));
        assertThat(server.get(course + "/modules/m1/lessons").at("items")).isEqualTo(module.at("lessons"));
        assertThat(server.get(course + "/modules/m1/lessons/m1-l2").text()).isEqualTo(module.at("lessons.1"));
        server.get(course + "/modules/m9").expectProblem(404);
        server.get(course + "/modules/m1/lessons/m9").expectProblem(404);
        server.get("/courses/" + Courses.id(2) + "/modules").expectProblem(404);
    }

    @Test
    void knownPartsKeepTheirIdsWhereverTheyGo() {
        server.world.courses.insert(Courses.course(1)
                .modules(Courses.module("m1", 2), Courses.module("m2", 1))
                .build());
        var patch = """
                {"modules": [
                  {"id": "m2", "position": 2, "title": "Two", "lessons": [{"id": "m1-l2", "title": "Moved"}]},
                  {"id": "stranger", "title": "New"}]}""";
        var after = server.as(Role.ADMIN, "PATCH", "/courses/" + Courses.id(1), patch).expect(200);
        assertThat(after.at("modules.0.id")).isEqualTo("m2");
        assertThat(after.at("modules.0.position")).isEqualTo("1");
        assertThat(after.at("modules.0.lessons.0.id")).isEqualTo("m1-l2");
        assertThat(after.at("modules.1.id")).matches("[0-9a-f]{24}");
        var twice = "{\"modules\": [{\"id\": \"m2\", \"title\": \"a\"}, {\"id\": \"m2\", \"title\": \"b\"}]}";
        assertThat(server.as(Role.ADMIN, "PATCH", "/courses/" + Courses.id(1), twice)
                .expectProblem(422)
                .fields())
                .containsExactly("modules[1].id");
    }

    @Test
    void modulesAndLessonsAreWrittenOneByOne() {
        server.world.courses.insert(Courses.course(1).build());
        var modules = "/courses/" + Courses.id(1) + "/modules";
        var first = server.as(Role.ADMIN, "POST", modules, "{\"title\": \"First\"}").expect(201);
        var zeroth = server.as(Role.ADMIN, "POST", modules, "{\"title\": \"Zeroth\", \"position\": 1}").expect(201);
        assertThat(zeroth.at("title")).isEqualTo("Zeroth");
        assertThat(zeroth.header("Content-Location")).isEqualTo(modules + "/" + zeroth.at("id"));
        assertThat(zeroth.header("ETag")).isEqualTo(server.get("/courses/" + Courses.id(1)).header("ETag"));
        assertThat(server.get(modules).at("items.1.title")).isEqualTo("First");

        var module = first.header("Location");
        var lesson = "{\"title\": \"L\", \"kind\": \"quiz\", \"duration_minutes\": 5}";
        var made = server.as(Role.ADMIN, "POST", module + "/lessons", lesson).expect(201);
        assertThat(server.get(made.header("Location")).at("kind")).isEqualTo("quiz");
        assertThat(made.at("title")).isEqualTo("L");
        assertThat(server.as(Role.ADMIN, "PATCH", made.header("Location"), "{\"title\": \"M\"}")
                .expect(200)
                .at("title"))
                .isEqualTo("M");
        assertThat(server.get(made.header("Location")).at("kind")).isEqualTo("quiz");
        server.as(Role.ADMIN, "PUT", made.header("Location"), "{\"title\": \"N\"}").expect(200);
        assertThat(server.get(made.header("Location")).at("kind")).isEqualTo("video");

        var got = server.get(module);
        server.as(Role.ADMIN, "PUT", module, got.text()).expect(200);
        assertThat(server.get(module).text()).isEqualTo(got.text());
        server.as(Role.ADMIN, "PATCH", module, "{\"position\": 1}").expect(200);
        assertThat(server.get(modules).at("items.0.title")).isEqualTo("First");
        server.as(Role.ADMIN, "DELETE", made.header("Location"), null).expect(204);
        server.as(Role.ADMIN, "DELETE", module, null).expect(204);
        server.get(module).expectProblem(404);
        server.as(Role.ADMIN, "DELETE", module, null).expectProblem(404);
    }

    @Test
    void whatIsWrongWithAPartIsNamedWithoutTheWayToIt() {
        server.world.courses.insert(
                Courses.course(1).modules(Courses.module("m1", 1)).build());
        var module = "/courses/" + Courses.id(1) + "/modules/m1";
        assertThat(server.as(Role.ADMIN, "PATCH", module, "{\"title\": \"\", \"x\": 1, \"position\": 0}")
                .expectProblem(422)
                .fields())
                .containsExactlyInAnyOrder("title", "x", "position");
        assertThat(server.as(Role.ADMIN, "PATCH", module + "/lessons/m1-l1", "{\"duration_minutes\": -1}")
                .expectProblem(422)
                .fields())
                .containsExactly("duration_minutes");
        assertThat(server.as(Role.ADMIN, "PATCH", module, "{\"id\": \"m2\"}").expectProblem(422).fields())
                .containsExactly("id");
    }
}
