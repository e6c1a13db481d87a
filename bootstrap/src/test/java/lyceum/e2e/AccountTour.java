package lyceum.e2e;

import static lyceum.e2e.CanaryPeople.ANN;
import static lyceum.e2e.CanaryPeople.ANNS_NAME;
import static lyceum.e2e.CanaryPeople.BOB;
import static lyceum.e2e.CanaryPeople.BOBS_NAME;
import static lyceum.e2e.CanaryPeople.COMMON;
import static lyceum.e2e.CanaryPeople.NEXT_PASSWORD;
import static lyceum.e2e.CanaryPeople.NOBODY;
import static lyceum.e2e.CanaryPeople.PASSWORD;
import static lyceum.e2e.CanaryPeople.SHORT;
import static lyceum.e2e.CanaryPeople.WRONG;

import java.util.List;
import lyceum.e2e.Client.Reply;

/** All that becomes of accounts, from their beginning to their end. */
final class AccountTour {

    private final Visitor anyone;
    private String annsId = "";
    private String bobsId = "";

    AccountTour(Visitor anyone) {
        this.anyone = anyone;
    }

    void open() {
        annsId = register(ANN, PASSWORD, ANNS_NAME, 201).string("id");
        bobsId = register(BOB, PASSWORD, BOBS_NAME, 201).string("id");
        anyone.canaries().planted(annsId);
        register(ANN, NEXT_PASSWORD, ANNS_NAME, 409);
        register(NOBODY, COMMON, ANNS_NAME, 422);
        register(NOBODY, SHORT, ANNS_NAME, 422);
        register(ANN.replace("@", "@@"), PASSWORD, ANNS_NAME.repeat(100), 422);
    }

    private Reply register(String email, String password, String name, int status) {
        return anyone.json("POST", "/auth/register", account(email, password, name), status);
    }

    private static String account(String email, String password, String name) {
        return "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"%s\"}".formatted(email, password, name);
    }

    void changePassword() {
        var ann = anyone.with(anyone.signedIn(ANN, PASSWORD));
        change(ann, WRONG, NEXT_PASSWORD, 422);
        change(ann, PASSWORD, COMMON, 422);
        change(ann, PASSWORD, SHORT, 422);
        ann.tokens(change(ann, PASSWORD, NEXT_PASSWORD, 200));
        ann.get("/auth/me", 401);
        anyone.signIn(ANN, PASSWORD, 401);
    }

    private static Reply change(Visitor visitor, String current, String next, int status) {
        var change = "{\"current_password\":\"%s\",\"new_password\":\"%s\"}".formatted(current, next);
        return visitor.json("PUT", "/auth/password", change, status);
    }

    /** By an admin. */
    void administer(Visitor admin) {
        admin.get("/users?limit=10", 200);
        admin.get("/users?after=" + NOBODY, 400);
        admin.get("/users/" + annsId, 200);
        admin.json("PATCH", "/users/" + annsId, "{\"role\":\"instructor\"}", 200);
        admin.json("PATCH", "/users/" + annsId, "{\"role\":\"" + WRONG + "\",\"state\":\"" + WRONG + "\"}", 422);
        write(anyone.with(anyone.signedIn(ANN, NEXT_PASSWORD)));
        var bobs = anyone.signedIn(BOB, PASSWORD);
        admin.json("PATCH", "/users/" + bobsId, "{\"state\":\"disabled\"}", 200);
        anyone.signIn(BOB, PASSWORD, 401);
        anyone.refresh(bobs.refresh(), 401);
        admin.delete("/users/" + bobsId, 204);
        admin.delete("/users/" + annsId + "/sessions", 204);
        admin.delete("/sessions", 204);
        admin.get("/users", 401);
    }

    private void write(Visitor author) {
        var course =
                "{\"title\":\"%s\",\"category\":\"Birds\",\"difficulty\":\"beginner\"}".formatted(CanaryPeople.TITLE);
        author.json("POST", "/courses", course, 201, "Idempotency-Key", "canary-1");
        var id = author.json("POST", "/courses", course, 201, "Idempotency-Key", "canary-1").string("id");
        author.get("/courses/" + id, 200);
        author.get("/courses?search=canary", 200);
    }

    /** While something is away. */
    void goOn(Visitor.Tokens known, int status) {
        var ann = anyone.with(known);
        keepTokens(anyone.signIn(ANN, NEXT_PASSWORD, status));
        keepTokens(anyone.refresh(known.refresh(), status));
        anyone.signIn(ANN, WRONG, status == 200 ? 401 : status);
        register(ANN, PASSWORD, ANNS_NAME, status == 200 ? 409 : status);
        ann.get("/auth/sessions", status);
        for (var path : List.of("/auth/me", "/health/readiness", "/cache/stats")) {
            ann.transcript().keep(ann.client().get(path));
        }
    }

    private void keepTokens(Reply reply) {
        if (reply.status() == 200) {
            anyone.tokens(reply);
        }
    }
}
