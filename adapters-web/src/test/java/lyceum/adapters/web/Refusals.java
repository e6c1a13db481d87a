package lyceum.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.adapters.web.support.Reply;
import lyceum.adapters.web.support.TestServer;

/** What becomes of a token: its bearer is let in, or told that it is not good; what is public is nobody's but everybody's. */
final class Refusals {

    static final String INVALID = "Bearer realm=\"lyceum\", error=\"invalid_token\"";

    private Refusals() {}

    static void accepted(TestServer server, String token) {
        protectedRoute(server, "Bearer " + token).expect(200);
    }

    static void refused(TestServer server, String token) {
        refusedAs(server, "Bearer " + token);
    }

    static void refusedAs(TestServer server, String credentials) {
        assertThat(protectedRoute(server, credentials).expectProblem(401).header("WWW-Authenticate"))
                .as(credentials)
                .isEqualTo(INVALID);
        assertThat(server.get("/courses", "Authorization", credentials).status()).as(credentials).isEqualTo(200);
    }

    static Reply protectedRoute(TestServer server, String credentials) {
        return server.send("DELETE", "/cache/invalidate?all=true", (String) null, "Authorization", credentials);
    }
}
