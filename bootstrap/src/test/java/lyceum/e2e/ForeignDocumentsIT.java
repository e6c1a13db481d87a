package lyceum.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lyceum.e2e.coherence.Store;
import org.bson.BsonDateTime;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program writes to the collections of accounts and sessions what this one would not. */
class ForeignDocumentsIT {

    private static final String ADMIN = "admin@lyceum.example";
    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private static Path folder;

    private static @Nullable Store store;
    private static @Nullable Artefact artefact;

    @BeforeAll
    static void start() throws Exception {
        store = new Store();
        artefact = Artefact.start(folder, Map.of(
                "MONGO_URI", store.uri(), "LYCEUM_ADMIN_EMAIL", ADMIN, "LYCEUM_ADMIN_PASSWORD", PASSWORD));
    }

    @AfterAll
    static void stop() {
        if (artefact != null) {
            artefact.close();
        }
        if (store != null) {
            store.close();
        }
    }

    private static Store store() {
        return Objects.requireNonNull(store);
    }

    private static Artefact artefact() {
        return Objects.requireNonNull(artefact);
    }

    private static String credentials(String name, String password) {
        return "{\"email\":\"%s@example.org\",\"password\":\"%s\"}".formatted(name, password);
    }

    /** The id of an account that was opened here and then changed there. */
    private static ObjectId account(String name, String field, Object value) {
        var registration =
                "{\"email\":\"%s@example.org\",\"password\":\"%s\",\"name\":\"X\"}".formatted(name, PASSWORD);
        assertThat(artefact().client().json("POST", "/auth/register", registration).status()).isEqualTo(201);
        var address = new Document("email", name + "@example.org");
        var id = Objects.requireNonNull(store().collection("users").find(address).first()).getObjectId("_id");
        store().collection("users").updateOne(new Document("_id", id), Updates.set(field, value));
        return id;
    }

    @Test
    void accounts_that_cannot_be_read_can_be_seen_and_deleted_and_never_sign_in() {
        var admin = artefact().client().loggedIn(ADMIN, PASSWORD);
        var hash = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ";
        var ids = new ArrayList<ObjectId>();
        ids.add(account("role", "role", "teacher"));
        ids.add(account("state", "state", 7));
        ids.add(account("version", "version", "x"));
        ids.add(account("bcrypt", "password_hash", "$2b$12$C6UzMDM.H6dfI/f/IKcEe.2uQeFvN1bZ3r5dJXK0mJb9eC1S0mK0e"));
        ids.add(account("short", "password_hash", hash));
        ids.add(account("none", "password_hash", ""));
        ids.add(account("address", "email", "address"));
        ids.add(account("name", "name", " X"));

        assertThat(admin.get("/users").items())
                .extracting(each -> each.get("id"))
                .containsAll(ids.stream().map(ObjectId::toHexString).toList());
        for (var name : List.of("role", "state", "bcrypt", "short", "none", "address", "nobody")) {
            var answer = artefact().client().json("POST", "/auth/login", credentials(name, PASSWORD));
            assertThat(answer.status()).as(name).isEqualTo(401);
            assertThat(answer.header("RateLimit")).as(name).contains("r=9");
        }
        assertThat(artefact().client().json("POST", "/auth/login", credentials("name", PASSWORD)).status())
                .isEqualTo(200);
        for (var id : ids) {
            assertThat(admin.get("/users/" + id).status()).isEqualTo(200);
            assertThat(admin.json("PATCH", "/users/" + id, "{\"role\":\"instructor\"}").status()).isEqualTo(200);
            assertThat(admin.delete("/users/" + id).status()).isEqualTo(204);
            assertThat(admin.get("/users/" + id).status()).isEqualTo(404);
        }
    }

    /** No stamp tells of it: whoever is here is read again. */
    @Test
    void an_account_in_use_that_becomes_unreadable_is_let_in_no_more() {
        var id = account("presence", "name", "Y");
        var user = artefact().client().loggedIn("presence@example.org", PASSWORD);
        assertThat(user.get("/auth/sessions").status()).isEqualTo(200);
        store().collection("users").updateOne(new Document("_id", id), Updates.set("role", "teacher"));
        Until.holds("it is refused", () -> user.get("/auth/sessions").status() == 401);
    }

    /** Memory goes on deciding: what is revoked after it is read too. */
    @Test
    void a_session_of_another_program_keeps_no_other_from_being_read() {
        account("session", "name", "Z");
        var user = artefact().client().loggedIn("session@example.org", PASSWORD);
        var session = new ObjectId(String.valueOf(user.get("/auth/sessions").items().getFirst().get("id")));
        var sessions = store().collection("sessions");
        sessions.insertOne(ended(new Document("_id", "made by another program").append("revoked_tokens", List.of(7))));
        sessions.updateOne(new Document("_id", session), new Document("$set", ended(new Document())));
        Until.holds("it is refused", () -> user.get("/auth/sessions").status() == 401);
        assertThat(check()).contains("UP");
    }

    private static Document ended(Document session) {
        return session.append("ended", true).append("revoked_at", new BsonDateTime(System.currentTimeMillis()));
    }

    /** What is wrong here with everybody's epoch is so for all instances: the public catalogue must stay up. */
    @Test
    void what_keeps_revocations_from_being_read_is_told_once() {
        Until.holds("all is well", () -> check().contains("UP"));
        var epoch = new Document("_id", "everybody");
        store().collection("epochs").insertOne(new Document(epoch).append("epoch", "x"));
        Until.holds("it is visible", () -> check().contains("DOWN"));
        assertThat(check()).contains("the log says why");
        assertThat(artefact().client().get("/health/readiness").status()).isEqualTo(200);
        assertThat(artefact().client().get("/courses").status()).isEqualTo(200);
        artefact().waitForOutput("reading what was revoked fails");

        store().collection("epochs").deleteOne(epoch);
        artefact().waitForOutput("reading what was revoked works again");
        Until.holds("all is well again", () -> check().contains("UP"));
        assertThat(artefact().output().split("reading what was revoked fails", -1)).hasSize(2);
    }

    private static String check() {
        var checks = (Map<?, ?>) Objects.requireNonNull(
                artefact().client().get("/health/readiness").json().get("checks"));
        return String.valueOf(checks.get("revocations"));
    }
}
