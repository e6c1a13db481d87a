package lyceum.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lyceum.e2e.CanaryPeople.ANN;
import static lyceum.e2e.CanaryPeople.NEXT_PASSWORD;
import static lyceum.e2e.CanaryPeople.NOBODY;
import static lyceum.e2e.CanaryPeople.PASSWORD;
import static lyceum.e2e.CanaryPeople.WRONG;
import static lyceum.e2e.Visitor.credentials;
import static lyceum.e2e.Visitor.encoded;

import java.util.Base64;
import java.util.List;

/** All that can be done with passwords and tokens, right and wrong. */
record SignInTour(Visitor anyone) {

    private static final String LOGIN = "/auth/login";
    private static final String GOOD_FORM = "username=" + encoded(ANN) + "&password=" + encoded(PASSWORD);
    private static final String GOOD_JSON = credentials(ANN, PASSWORD);

    void takeAll() {
        signIn();
        sendWhatIsNoLogin();
        sendWhatIsNoHttp();
        refresh();
        giveBack();
        showGoodTokens();
        showBadTokens();
        guess();
    }

    private void signIn() {
        anyone.signIn(ANN, WRONG, 401);
        anyone.signIn(NOBODY, PASSWORD, 401);
        anyone.signIn("canary.nobody", PASSWORD, 401);
        anyone.tokens(anyone.form(LOGIN, GOOD_FORM, 200));
        anyone.tokens(anyone.form(LOGIN, GOOD_FORM + "&grant_type=password", 200));
        anyone.form(LOGIN, "username=" + encoded(ANN) + "&password=" + encoded(WRONG), 401);
    }

    private void sendWhatIsNoLogin() {
        anyone.form(LOGIN, GOOD_FORM + "&grant_type=" + encoded(WRONG), 422);
        anyone.form(LOGIN, GOOD_FORM + "%zz", 400);
        anyone.form(LOGIN, GOOD_FORM + "&password=" + encoded(NEXT_PASSWORD), 422);
        anyone.json("POST", LOGIN, GOOD_JSON.substring(0, GOOD_JSON.length() - 2), 400);
        anyone.json("POST", LOGIN, GOOD_JSON.replace(":", "="), 400);
        anyone.json("POST", LOGIN, GOOD_JSON + GOOD_JSON, 400);
        anyone.json("POST", LOGIN, "[" + GOOD_JSON + "]", 422);
        anyone.json("POST", LOGIN, "{\"email\":\"" + ANN + "\",\"password\":[\"" + PASSWORD + "\"]}", 422);
        anyone.json("POST", LOGIN, GOOD_JSON + " ".repeat(300_000), 413);
        anyone.json("POST", LOGIN + '?' + GOOD_FORM, "{}", 422);
        anyone.json("PUT", LOGIN + '?' + GOOD_FORM, GOOD_JSON, 405);
        anyone.post(LOGIN, "text/plain", GOOD_JSON, 415);
    }

    private void sendWhatIsNoHttp() {
        var head = "POST " + LOGIN + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
        anyone.raw(head + "Content-Length: 9999\r\n\r\n" + GOOD_JSON);
        anyone.raw(head + "Transfer-Encoding: chunked\r\n\r\n" + GOOD_JSON + "\r\n");
        anyone.raw("POST " + LOGIN + '?' + GOOD_FORM + "%zz HTTP/1.1\r\nHost: x\r\n\r\n");
        anyone.raw("POST " + PASSWORD + " HTTP/1.1\r\n" + GOOD_JSON + "\r\n\r\n");
    }

    private void refresh() {
        var first = anyone.signedIn(ANN, PASSWORD);
        var second = anyone.tokens(anyone.refresh(first.refresh(), 200));
        var third = anyone.tokens(
                anyone.form("/auth/refresh", "grant_type=refresh_token&refresh_token=" + second.refresh(), 200));
        anyone.refresh(third.refresh() + 'x', 401);
        anyone.refresh(third.access(), 401);
        anyone.refresh(PASSWORD, 401);
        anyone.json("POST", "/auth/refresh", "{\"refresh_token\":\"" + third.refresh() + "\",}", 400);
        anyone.refresh(first.refresh(), 401);
        anyone.refresh(third.refresh(), 401);
    }

    private void giveBack() {
        var tokens = anyone.signedIn(ANN, PASSWORD);
        anyone.form("/auth/revoke", "token=" + tokens.access(), 200);
        anyone.form("/auth/revoke", "token=" + tokens.refresh() + "&token_type_hint=refresh_token", 200);
        anyone.form("/auth/revoke", "token=" + encoded(WRONG), 200);
        anyone.with(tokens).get("/auth/me", 401);
        var more = anyone.with(anyone.signedIn(ANN, PASSWORD));
        more.delete("/auth/logout", 204);
        more.get("/auth/me", 401);
    }

    private void showGoodTokens() {
        var ann = anyone.with(anyone.signedIn(ANN, PASSWORD));
        ann.get("/auth/me", 200);
        ann.get("/auth/sessions", 200);
        ann.get("/users", 403);
        ann.json("POST", "/courses", "{}", 403);
        ann.delete("/auth/sessions/" + "f".repeat(24), 404);
    }

    private void showBadTokens() {
        var tokens = anyone.signedIn(ANN, PASSWORD);
        var good = "Bearer " + tokens.access();
        var basic = Base64.getEncoder().encodeToString((ANN + ':' + PASSWORD).getBytes(UTF_8));
        for (var bad : List.of(good + 'x', good.substring(0, good.lastIndexOf('.') + 1), "Basic " + basic,
                "Bearer " + tokens.refresh(), "Bearer " + PASSWORD, tokens.access())) {
            anyone.get("/auth/me", 401, "Authorization", bad);
        }
        anyone.get("/auth/me", 401, "Authorization", good, "Authorization", good);
        anyone.get("/auth/me", 401, "Cookie", "access_token=" + tokens.access());
        anyone.get("/auth/me", 431, "Authorization", good.repeat(60));
        var query = "?access_token=" + tokens.access() + "&refresh_token=" + tokens.refresh();
        anyone.get("/auth/me" + query, 401);
        anyone.get("/nowhere" + query, 404);
        anyone.get("/courses" + query.repeat(30), 414);
        anyone.raw("GET /auth/me" + query + " HTTP/x\r\nAuthorization: " + good + "\r\n\r\n");
        for (var path : List.of("/courses", "/cache/stats", "/health", "/health/readiness", "/.well-known/jwks.json")) {
            anyone.transcript().keep(anyone.with(tokens).client().get(path + query));
        }
        // Who puts a secret where the answer repeats it gets it back; nobody else may.
        anyone.client().get("/auth/sessions/" + tokens.refresh());
        anyone.client().json("POST", LOGIN, "{\"" + PASSWORD + "\":\"\"}");
    }

    private void guess() {
        for (var i = 0; i < 9; i++) {
            anyone.signIn(NOBODY, WRONG, 401);
        }
        anyone.signIn(NOBODY, WRONG, 429);
    }
}
