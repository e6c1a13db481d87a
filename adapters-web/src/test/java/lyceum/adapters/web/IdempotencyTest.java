package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;
import lyceum.domain.identity.Role;
import lyceum.domain.identity.UserId;
import lyceum.fake.Courses;
import lyceum.fake.FaultyCourseRepository;
import lyceum.fake.Faults.Fault;
import lyceum.fake.FaultyRequestLedger.Operation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a creation that is sent again with its Idempotency-Key. */
final class IdempotencyTest {

    private static final String NEW = "{\"title\": \"Knots\", \"category\": \"Crafts\", \"difficulty\": \"beginner\"}";
    private static final String COURSE = "/courses/" + Courses.id(1);
    private static final String PART = "{\"title\": \"A part\"}";

    private final TestServer server = new TestServer();

    @AfterEach
    void stop() {
        server.world.courses.faults().releaseHeld();
        server.close();
    }

    private Reply post(String path, String body, String key, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Idempotency-Key";
        all[1] = key;
        return server.as(Role.ADMIN, "POST", path, body, all);
    }

    private int courses() {
        return Integer.parseInt(server.get("/courses", "Cache-Control", "no-cache").at("total"));
    }

    private void same(Reply again, Reply first) {
        assertThat(first.header("Idempotency-Replayed")).isEmpty();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.bytes()).isEqualTo(first.bytes());
        for (var name : List.of("Location", "Content-Location", "ETag", "Content-Type", "Cache-Control")) {
            assertThat(again.header(name)).as(name).isEqualTo(first.header(name)).isNotEmpty();
        }
    }

    @Test
    void aCourseIsCreatedOnceAndAnsweredTheSameWhateverBecameOfIt() {
        var first = post("/courses", NEW, "\"key\"").expect(201);
        same(post("/courses", NEW, "\"key\"").expect(201), first);
        assertThat(courses()).isEqualTo(1);
        server.as(Role.ADMIN, "PATCH", first.header("Location"), "{\"title\": \"Changed\"}").expect(200);
        same(post("/courses", NEW, "key").expect(201), first);
        server.as(Role.ADMIN, "DELETE", first.header("Location"), null).expect(204);
        same(post("/courses", NEW, "key").expect(201), first);
        assertThat(courses()).isZero();
    }

    @Test
    void aModuleAndALessonAreAddedOnce() {
        server.world.courses.insert(Courses.rich(1));
        for (var path : List.of(COURSE + "/modules", COURSE + "/modules/m1/lessons")) {
            var size = server.get(path).elements("items").size();
            var first = post(path, PART, "key").expect(201);
            same(post(path, PART, "key").expect(201), first);
            assertThat(server.get(path).elements("items")).hasSize(size + 1);
            assertThat(server.get(first.header("Location")).expect(200).text()).isEqualTo(first.text());
        }
    }

    @Test
    void aKeyIsOfOneAccountAndOnePath() {
        server.world.courses.insert(Courses.rich(1));
        post("/courses", NEW, "key").expect(201);
        server.as(Role.INSTRUCTOR, "POST", "/courses", NEW, "Idempotency-Key", "key").expect(201);
        server.send("POST", "/courses", NEW, "Idempotency-Key", "key", "Authorization",
                "Bearer " + server.token(new UserId("b1".repeat(12)), Role.INSTRUCTOR)).expect(201);
        assertThat(courses()).isEqualTo(4);
        post(COURSE + "/modules/m1/lessons", PART, "key").expect(201);
        post(COURSE + "/modules/m2/lessons", PART, "key").expect(201);
    }

    @Test
    void aKeyIsOfOneBody() {
        post("/courses", NEW, "key").expect(201);
        var other = post("/courses", NEW.replace("Knots", "Bends"), "key").expectProblem(422);
        assertThat(other.fields()).containsExactly("Idempotency-Key");
        assertThat(post("/courses", NEW, "key", "Content-Type", "application/json; charset=utf-8")
                .expectProblem(422)
                .fields())
                .containsExactly("Idempotency-Key");
        assertThat(courses()).isEqualTo(1);
    }

    @Test
    void aBrokenKeyIsNamedAndNothingHappens() {
        assertThat(post("/courses", NEW, "two words").expectProblem(400).fields()).containsExactly("Idempotency-Key");
        assertThat(post("/courses", NEW, "\"a\", \"b\"").expectProblem(400).fields())
                .containsExactly("Idempotency-Key");
        assertThat(courses()).isZero();
    }

    @Test
    void whileTheFirstIsUnderWayTheOthersAreToComeAgain() {
        var faults = server.world.courses.faults();
        faults.injectOnce(Fault.HOLD_BEFORE, FaultyCourseRepository.Operation.INSERT);
        var first = CompletableFuture.supplyAsync(() -> post("/courses", NEW, "key"));
        while (faults.calls(FaultyCourseRepository.Operation.INSERT) == 0 && !first.isDone()) {
            Thread.onSpinWait();
        }
        assertThat(post("/courses", NEW, "key").expectProblem(409).header("Retry-After")).isEqualTo("1");
        assertThat(post("/courses", NEW + ' ', "key").expectProblem(422).fields()).containsExactly("Idempotency-Key");
        post("/courses", NEW, "another").expect(201);
        while (!first.isDone()) {
            faults.releaseHeld();
        }
        same(post("/courses", NEW, "key"), first.join().expect(201));
        assertThat(courses()).isEqualTo(2);
    }

    @Test
    void whatIsRefusedLeavesTheKeyFree() {
        post("/courses", "{\"title\": \"\"}", "key").expectProblem(422);
        post("/courses", NEW, "key").expect(201);
        post(COURSE + "/modules", PART, "key").expectProblem(404);
        server.world.courses.insert(Courses.course(1).build());
        post(COURSE + "/modules", PART, "key", "If-Match", "\"other\"").expectProblem(412);
        post(COURSE + "/modules", "{\"title\": \"Another\"}", "key").expect(201);
    }

    @Test
    void aDayLaterAKeyIsAsGoodAsNew() {
        var first = post("/courses", NEW, "key").expect(201);
        server.world.clock.advance(Duration.ofDays(1));
        assertThat(post("/courses", NEW, "key").expect(201).at("id")).isNotEqualTo(first.at("id"));
        assertThat(courses()).isEqualTo(2);
    }

    @Test
    void withoutTheLedgerNothingIsCreated() {
        server.world.ledger.faults().failAll();
        assertThat(post("/courses", NEW, "key").expectProblem(503).header("Retry-After")).isEqualTo("1");
        assertThat(server.world.courses.faults().calls(FaultyCourseRepository.Operation.INSERT)).isZero();
        server.world.ledger.faults().heal();
        server.world.execution.overloaded(true);
        post("/courses", NEW, "key").expectProblem(503);
        server.world.execution.overloaded(false);
        assertThat(courses()).isZero();
    }

    @Test
    void withoutAKeyTheLedgerIsNotAsked() {
        server.world.courses.insert(Courses.rich(1));
        server.as(Role.ADMIN, "POST", "/courses", NEW).expect(201);
        server.as(Role.ADMIN, "POST", "/courses", NEW).expect(201);
        server.as(Role.ADMIN, "POST", COURSE + "/modules", PART).expect(201);
        server.as(Role.ADMIN, "POST", COURSE + "/modules/m1/lessons", PART).expect(201);
        server.as(Role.ADMIN, "PATCH", COURSE, PART, "Idempotency-Key", "key").expect(200);
        server.send("POST", "/auth/login", "{}", "Idempotency-Key", "two words").expectProblem(422);
        assertThat(server.world.ledger.faults().calls(Operation.BEGIN)).isZero();
        assertThat(courses()).isEqualTo(3);
    }
}
