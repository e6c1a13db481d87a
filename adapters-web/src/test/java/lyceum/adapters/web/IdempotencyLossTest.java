package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.idempotency.RequestLedger;
import lyceum.domain.identity.Role;
import lyceum.fake.Courses;
import lyceum.fake.Faults;
import lyceum.fake.Faults.Fault;
import lyceum.fake.FaultyCourseRepository;
import lyceum.fake.FaultyRequestLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A creation is stored, and then something is lost: the note of it, its answer, or the process. It is created once all the same. */
final class IdempotencyLossTest {

    private static final String NEW = """
            {"title": "Knots", "category": "Crafts", "difficulty": "beginner",
             "modules": [{"title": "One", "lessons": [{"title": "Bowline"}]}]}""";

    private static final String COURSE = "/courses/" + Courses.id(1);
    private static final String MODULES = COURSE + "/modules";
    private static final String LESSONS = MODULES + "/m1/lessons";
    private static final String MODULE = "{\"title\": \"New\", \"lessons\": [{\"title\": \"First\"}]}";
    private static final String LESSON = "{\"title\": \"New\"}";

    private final TestServer server = new TestServer();
    private final Faults<FaultyCourseRepository.Operation> stores = server.world.courses.faults();
    private final Faults<FaultyRequestLedger.Operation> notes = server.world.ledger.faults();

    @AfterEach
    void stop() {
        stores.releaseHeld();
        server.close();
    }

    private Reply post(String path, String body, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Idempotency-Key";
        all[1] = "\"key\"";
        return server.as(Role.ADMIN, "POST", path, body, all);
    }

    private Reply postUnnoted(String path, String body, String... headers) {
        notes.injectOnce(Fault.FAIL_BEFORE, FaultyRequestLedger.Operation.COMPLETE);
        return post(path, body, headers).expect(201);
    }

    private void leaseEnds() {
        server.world.clock.advance(RequestLedger.LEASE);
    }

    private int size(String path) {
        return server.get(path).elements("items").size();
    }

    @Test
    void aCourseWhoseCreationWasNotNotedIsFoundAgain() {
        var first = postUnnoted("/courses", NEW);
        assertThat(post("/courses", NEW).expectProblem(409).header("Retry-After")).isEqualTo("1");
        leaseEnds();
        var again = post("/courses", NEW).expect(201);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(post("/courses", NEW).expect(201).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(size("/courses")).isEqualTo(1);
    }

    @Test
    void itIsShownAsItIsByThen() {
        var first = postUnnoted("/courses", NEW);
        server.as(Role.ADMIN, "PATCH", first.header("Location"), "{\"state\": \"draft\"}").expect(200);
        leaseEnds();
        var again = post("/courses", NEW).expect(201);
        assertThat(again.at("id")).isEqualTo(first.at("id"));
        assertThat(again.at("version")).isEqualTo("2");
        assertThat(again.at("state")).isEqualTo("draft");
    }

    @Test
    void aCourseThatWasDeletedByThenStaysDeleted() {
        var first = postUnnoted("/courses", NEW);
        server.as(Role.ADMIN, "DELETE", first.header("Location"), null).expect(204);
        leaseEnds();
        post("/courses", NEW).expectProblem(404);
        post("/courses", NEW).expectProblem(404);
        assertThat(size("/courses")).isZero();
    }

    /** Its own change is what the precondition would trip over. */
    @Test
    void aPartWhoseAdditionWasNotNotedIsFoundAgainEvenUnderAPrecondition() {
        server.world.courses.insert(Courses.rich(1));
        for (var path : List.of(MODULES, LESSONS)) {
            var before = size(path);
            var body = path.equals(MODULES) ? MODULE : LESSON;
            var etag = server.get(COURSE).header("ETag");
            var first = postUnnoted(path, body, "If-Match", etag);
            leaseEnds();
            var again = post(path, body, "If-Match", etag).expect(201);
            assertThat(again.text()).isEqualTo(first.text());
            assertThat(again.header("Location")).isEqualTo(first.header("Location"));
            assertThat(size(path)).isEqualTo(before + 1);
        }
    }

    @Test
    void aLessonIsFoundWhereItWasMoved() {
        server.world.courses.insert(Courses.course(1)
                .modules(Courses.module("m1", 0), Courses.module("m2", 0))
                .build());
        var id = postUnnoted(LESSONS, LESSON).at("id");
        var moved =
                "{\"modules\": [{\"id\": \"m1\", \"title\": \"1\"}, {\"id\": \"m2\", \"title\": \"2\", \"lessons\": ["
                        + "{\"id\": \"" + id + "\", \"title\": \"Moved\"}]}]}";
        server.as(Role.ADMIN, "PATCH", COURSE, moved).expect(200);
        leaseEnds();
        var again = post(LESSONS, LESSON).expect(201);
        assertThat(again.header("Location")).isEqualTo(MODULES + "/m2/lessons/" + id);
        assertThat(again.at("title")).isEqualTo("Moved");
        assertThat(size(LESSONS)).isZero();
    }

    /** The first stands still when the course is stored, before any cache was told, and wakes up when all is over. */
    @Test
    void whoeverTakesOverTellsTheCachesToo() {
        server.world.courses.insert(Courses.rich(1));
        for (var path : List.of("/courses", MODULES)) {
            var operation = path.equals(MODULES)
                    ? FaultyCourseRepository.Operation.REPLACE
                    : FaultyCourseRepository.Operation.INSERT;
            var body = path.equals(MODULES) ? MODULE : NEW;
            var before = size(path);
            var calls = stores.calls(operation);
            stores.injectOnce(Fault.HOLD_AFTER, operation);
            var first = CompletableFuture.supplyAsync(() -> post(path, body));
            while (stores.calls(operation) == calls && !first.isDone()) {
                Thread.onSpinWait();
            }
            leaseEnds();
            var again = post(path, body).expect(201);
            assertThat(size(path)).isEqualTo(before + 1);
            while (!first.isDone()) {
                stores.releaseHeld();
            }
            assertThat(first.join().expect(201).text()).isEqualTo(again.text());
            assertThat(size(path)).isEqualTo(before + 1);
        }
    }

    @Test
    void anAnswerThatWasLostIsNoReasonToCreateAgain() {
        server.world.courses.insert(Courses.rich(1));
        stores.injectOnce(Fault.FAIL_AFTER, FaultyCourseRepository.Operation.INSERT);
        assertThat(post("/courses", NEW).expectProblem(503).header("Retry-After")).isEqualTo("1");
        assertThat(post("/courses", NEW + ' ').expectProblem(422).fields()).containsExactly("Idempotency-Key");
        post("/courses", NEW).expect(201);
        assertThat(size("/courses")).isEqualTo(2);

        var before = size(MODULES);
        stores.injectOnce(Fault.FAIL_AFTER, FaultyCourseRepository.Operation.REPLACE);
        post(MODULES, MODULE).expectProblem(503);
        var module = post(MODULES, MODULE).expect(201);
        assertThat(size(MODULES)).isEqualTo(before + 1);
        assertThat(server.get(module.header("Location")).text()).isEqualTo(module.text());
    }
}
